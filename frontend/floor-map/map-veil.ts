import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import { age, timeText, troubleWords } from './format.ts';
import type { Freeze } from './live-store.ts';
import type { StoreState } from './protocol.ts';
import { StoreController } from './store-controller.ts';
import { controlIcon } from './templates.ts';

/** What is said of a frozen screen. */
export function freezeWords(freeze: Freeze, now: number): string {
  const since = timeText(freeze.since, now);
  switch (freeze.by) {
    case 'broker':
      return `Broker lost ${since} – values frozen`;
    case 'server':
      return `Screen not updated since ${since}`;
    case 'sign-in':
      return `Signed out – screen not updated since ${since}`;
  }
}

/**
 * Lies over what is not of now, and says why; goes away by itself. Its bar stands in the flow, the veil covers the nearest
 * positioned ancestor. It darkens (or in the dark lightens) ground and words alike, so that the words can still be read.
 */
export class MapVeil extends LitElement {
  static override properties = { kiosk: { type: Boolean, reflect: true } };

  declare kiosk: boolean;

  private readonly live = new StoreController(this, { state: () => this.requestUpdate(), tick: () => this.tick() });

  constructor() {
    super();
    this.kiosk = false;
  }

  static override styles = [
    baseStyles,
    css`
      :host {
        display: contents;
      }

      .veil {
        position: absolute;
        inset: 0;
        z-index: 20;
        pointer-events: none;
        border-radius: inherit;
        background: light-dark(#dadee1, #ffffff);
        mix-blend-mode: multiply;
        animation: appear 400ms;
      }

      .veil + .veil {
        background: light-dark(#000000, #1d2328);
        mix-blend-mode: screen;
      }

      .bar {
        position: relative;
        z-index: 21;
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 52px;
        padding: 8px 16px;
        border-radius: var(--bmac-radius-l) var(--bmac-radius-l) 0 0;
        background: var(--bmac-ink);
        color: var(--bmac-on-ink);
        animation: appear 400ms;
      }

      :host([kiosk]) .bar {
        border-radius: 0;
      }

      .control-icon {
        width: 22px;
        height: 22px;
        flex: none;
      }

      .words {
        flex: 1;
        min-width: 0;
      }

      b {
        font-weight: 600;
      }

      .reason {
        margin-inline-start: 8px;
        opacity: 0.86;
      }

      .age {
        white-space: nowrap;
        opacity: 0.86;
      }

      a {
        flex: none;
        padding: 8px 16px;
        border-radius: var(--bmac-radius);
        background: var(--bmac-on-ink);
        color: var(--bmac-ink);
        font-weight: 600;
        text-decoration: none;
      }

      :host([kiosk]) .bar {
        font-size: 28px;
        min-height: 84px;
        padding: 12px 32px;
        gap: 20px;
      }

      :host([kiosk]) .control-icon {
        width: 40px;
        height: 40px;
      }

      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { freeze } = this.live.store;
    const { trouble } = this.live.store;
    return freeze !== null ? this.frozen(freeze) : trouble !== null ? this.troubled(trouble) : nothing;
  }

  /** Nothing lies over the map: its values are of now. */
  private troubled(trouble: StoreState): TemplateResult {
    const now = this.live.store.now();
    return html`
      <div class="bar">
        ${controlIcon('unplugged')}
        <span class="words" role="status">
          <b>${troubleWords(trouble, now)}</b><span class="reason">about ${trouble.waiting.toLocaleString('en')} wait, none is lost</span>
        </span>
        <span class="age">for ${age(now - trouble.since)}</span>
      </div>
    `;
  }

  private frozen(freeze: Freeze): TemplateResult {
    const now = this.live.store.now();
    const icon = freeze.by === 'sign-in' ? 'lock' : 'unplugged';
    return html`
      <div class="veil"></div>
      <div class="veil"></div>
      <div class="bar">
        ${controlIcon(icon)}
        <span class="words" role="status"><b>${freezeWords(freeze, now)}</b>${this.reason(freeze)}</span>
        <span class="age">for ${age(now - freeze.since)}</span>
        ${freeze.by === 'sign-in' && !this.kiosk ? html`<a href="login" router-ignore>Sign in</a>` : nothing}
      </div>
    `;
  }

  private reason(freeze: Freeze): TemplateResult {
    const words = freeze.by === 'server' ? 'the server does not answer; trying again' : freeze.words;
    return words ? html`<span class="reason">${words}</span>` : html``;
  }

  private tick(): void {
    if (this.live.store.freeze !== null || this.live.store.trouble !== null) {
      this.requestUpdate();
    }
  }
}

customElements.define('map-veil', MapVeil);
