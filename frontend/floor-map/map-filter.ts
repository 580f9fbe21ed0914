import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import type { Layer } from './model.ts';
import { controlIcon, kindDrawing } from './templates.ts';

/** What may be seen of a floor: no layer chosen means all. */
export interface Filter {
  readonly layers: ReadonlySet<string>;
  readonly onlyAbnormal: boolean;
}

export const EVERYTHING: Filter = { layers: new Set(), onlyAbnormal: false };

/** The chips that choose layers, and the one that leaves only what is not good. Fires filter-changed with a {@link Filter}. */
export class MapFilter extends LitElement {
  static override properties = { layers: { attribute: false }, filter: { attribute: false } };

  declare layers: readonly Layer[];
  declare filter: Filter;

  constructor() {
    super();
    this.layers = [];
    this.filter = EVERYTHING;
  }

  static override styles = [
    baseStyles,
    css`
      :host {
        display: contents;
      }

      .layers {
        display: flex;
        gap: 2px;
        margin-inline-start: auto;
        min-width: 0;
        padding-block: 6px;
        margin-block: -6px;
        overflow-x: auto;
        scrollbar-width: none;
      }

      button {
        display: flex;
        align-items: center;
        gap: 6px;
        flex: none;
        height: 36px;
        padding: 0 12px 0 10px;
        border: 1px solid transparent;
        border-radius: 18px;
        background: none;
        color: var(--bmac-text-quiet);
        font-weight: 500;
        font-size: 13px;
        position: relative;
        white-space: nowrap;
      }

      button::after {
        content: '';
        position: absolute;
        inset: -6px 0;
      }

      button:hover {
        background: color-mix(in srgb, var(--bmac-text) 7%, transparent);
        color: var(--bmac-text);
      }

      button[aria-pressed='true'] {
        background: var(--bmac-raised);
        border-color: var(--bmac-line-strong);
        color: var(--bmac-text);
        font-weight: 600;
      }

      .only {
        border-color: var(--bmac-line-strong);
      }

      .only[aria-pressed='true'] {
        background: var(--bmac-ink);
        border-color: var(--bmac-ink);
        color: var(--bmac-on-ink);
      }

      .icon,
      .control-icon {
        width: 16px;
        height: 16px;
      }

      .on {
        display: none;
      }

      /* In two rows: the layers below, the rest stays beside the floors. */
      @container (max-width: 1240px) {
        .layers {
          order: 3;
          width: 100%;
          margin-inline: -8px;
        }

        .only {
          margin-inline-start: auto;
        }
      }

      /* On a phone: one row to be pushed along. */
      @container (max-width: 640px) {
        :host {
          display: flex;
          gap: 4px;
          width: calc(100% + 32px);
          margin: -6px -16px;
          padding: 6px 16px;
          overflow-x: auto;
          scrollbar-width: none;
        }

        .layers {
          flex: none;
          order: 2;
          width: auto;
          overflow: visible;
          margin-inline: 0;
        }

        .only {
          margin: 0;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const { onlyAbnormal } = this.filter;
    return html`
      ${this.layers.length > 1 ? html`<div class="layers">${this.layers.map((layer) => this.chip(layer))}</div>` : nothing}
      <button type="button" class="only" aria-pressed=${onlyAbnormal} @click=${() => this.change({ onlyAbnormal: !onlyAbnormal })}>
        ${controlIcon('abnormal')}Only abnormal
      </button>
    `;
  }

  private chip(layer: Layer): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${this.filter.layers.has(layer.id)}
      @click=${() => this.toggle(layer.id)}
    >
      ${kindDrawing(layer.kind)}${layer.label}
    </button>`;
  }

  private toggle(id: string): void {
    const layers = new Set(this.filter.layers);
    if (!layers.delete(id)) {
      layers.add(id);
    }
    this.change({ layers: layers.size === this.layers.length ? new Set() : layers });
  }

  private change(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.dispatchEvent(new CustomEvent('filter-changed', { detail: this.filter }));
  }
}

customElements.define('map-filter', MapFilter);
