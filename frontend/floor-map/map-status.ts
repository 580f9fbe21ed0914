import { LitElement } from 'lit';

class MapStatus extends LitElement {}

customElements.define('map-status', MapStatus);
