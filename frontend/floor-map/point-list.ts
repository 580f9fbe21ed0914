import { LitElement } from 'lit';

class PointList extends LitElement {}

customElements.define('point-list', PointList);
