import { LitElement } from 'lit';

class FloorMap extends LitElement {}

customElements.define('floor-map', FloorMap);
