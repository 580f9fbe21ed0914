import { LitElement } from 'lit';

class PointPanel extends LitElement {}

customElements.define('point-panel', PointPanel);
