import { html, svg, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { CONTROL_ICONS, kindIcon, qualityShape } from './icons.ts';
import { qualityCode, type Quality } from './quality.ts';

/** A drawing of a control; silent, its button has the words. */
export function controlIcon(name: keyof typeof CONTROL_ICONS): TemplateResult {
  return html`<svg class="control-icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${CONTROL_ICONS[name]} />`}</svg>`;
}

/** The drawing of a kind. */
export function kindDrawing(kind: string): TemplateResult {
  return html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true">${unsafeSVG(kindIcon(kind))}</svg></span>`;
}

/** The shape of a quality. */
export function qualityDrawing(quality: Quality): TemplateResult {
  const code = qualityCode(quality);
  return html`<svg class="shape" data-quality=${code} viewBox="0 0 24 24" aria-hidden="true">${unsafeSVG(qualityShape(code))}</svg>`;
}

/** Tells the world outside an element what somebody chose in it. */
export function tell(element: HTMLElement, type: 'point-selected' | 'zone-selected' | 'floor-selected', id: number): void {
  element.dispatchEvent(new CustomEvent(type, { detail: { id }, bubbles: true, composed: true }));
}
