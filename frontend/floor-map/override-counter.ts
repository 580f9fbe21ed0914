import { css, html, LitElement, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { baseStyles } from './base-styles.ts';
import { controlStyles } from './control-styles.ts';
import { HAND } from './icons.ts';
import { waits } from './requests.ts';
import { StoreController } from './store-controller.ts';

/** "3 overrides": how much of the building is held by hand now, and what waits for a second person: for this one, or asked by this one. */
export class OverrideCounter extends LitElement {
  private readonly live = new StoreController(this, { control: () => this.requestUpdate(), requests: () => this.requestUpdate(), state: () => this.requestUpdate(), tick: () => this.requestUpdate() });

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

      .mine {
        padding: 1px 7px;
        border: 1.5px solid var(--bmac-accent);
        border-radius: 10px;
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
    const waiting = controls.requests.filter((request) => waits(request, now));
    const toAgree = waiting.filter(({ part }) => part === 'second').length;
    const mine = waiting.filter(({ part }) => part === 'asker').length;
    return html`
      ${toAgree > 0 ? html`<span class="waiting">${toAgree} to agree</span>` : ''}
      ${mine > 0 ? html`<span class="mine">${mine} waiting</span>` : ''}
      ${held === 0
        ? html`<span class="none"><span aria-hidden="true">0</span><span class="for-screen-readers">no</span> <span class="word">overrides</span></span>`
        : html`${unsafeSVG(HAND)}<span><b>${held}</b> <span class="word">${held === 1 ? 'override' : 'overrides'}</span></span>`}
    `;
  }
}

customElements.define('override-counter', OverrideCounter);
