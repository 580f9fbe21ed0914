import { css, html, LitElement, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { baseStyles } from './base-styles.ts';
import { controlStyles } from './control-styles.ts';
import { HAND } from './icons.ts';
import { StoreController } from './store-controller.ts';

/** "3 overrides": how much of the building is held by hand now, and whether somebody waits for a second person. */
export class OverrideCounter extends LitElement {
  private readonly live = new StoreController(this, { control: () => this.requestUpdate(), tickets: () => this.requestUpdate(), state: () => this.requestUpdate(), tick: () => this.requestUpdate() });

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        font-size: 13px;
        white-space: nowrap;
      }

      .none {
        color: var(--bmac-text-quiet);
      }

      b {
        font-weight: 600;
      }

      .waiting {
        padding: 2px 8px;
        border-radius: 10px;
        background: var(--bmac-pending);
        color: var(--bmac-on-colour);
        font-weight: 600;
      }

      @media (max-width: 719px) {
        .word {
          display: none;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    const { controls } = this.live.store;
    const held = controls.held().length;
    const now = this.live.store.now();
    const waiting = controls.tickets.filter((ticket) => ticket.agreed === null && ticket.until > now).length;
    return html`
      ${waiting > 0 ? html`<span class="waiting">${waiting} to agree</span>` : ''}
      ${held === 0
        ? html`<span class="none"><span aria-hidden="true">0</span><span class="for-screen-readers">no</span> <span class="word">overrides</span></span>`
        : html`${unsafeSVG(HAND)}<span><b>${held}</b> <span class="word">${held === 1 ? 'override' : 'overrides'}</span></span>`}
    `;
  }
}

customElements.define('override-counter', OverrideCounter);
