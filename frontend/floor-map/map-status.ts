import { css, html, LitElement, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import { age, timeText, troubleWords } from './format.ts';
import { SILENCE, type LiveStore } from './live-store.ts';
import { StoreController } from './store-controller.ts';

type Known = Pick<LiveStore, 'freeze' | 'connection' | 'dataAge' | 'now' | 'past' | 'trouble'>;

/** "live · 0.2 s", or "frozen 2 min": how old what is on the screen may be; or that readings are not kept. */
export function statusWords(store: Known): { readonly live: boolean; readonly words: string } {
  const { freeze } = store;
  if (store.past !== null) {
    return { live: false, words: 'history' };
  }
  if (freeze !== null) {
    return { live: false, words: freeze.by === 'sign-in' ? 'signed out' : `frozen ${age(store.now() - freeze.since)}` };
  }
  if (store.connection === 'connecting') {
    return { live: false, words: 'connecting' };
  }
  const { trouble } = store;
  if (trouble !== null) {
    return { live: false, words: `readings wait ${age(store.now() - trouble.since)}` };
  }
  const old = store.dataAge;
  return old > SILENCE ? { live: false, words: `frozen ${age(old)}` } : { live: true, words: `live · ${(old / 1_000).toFixed(1)} s` };
}

/** The age of the data, for a header. */
export class MapStatus extends LitElement {
  private readonly live = new StoreController(this, { state: () => this.requestUpdate(), tick: () => this.requestUpdate() });

  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        height: 36px;
        padding: 0 14px;
        border: 1px solid var(--bmac-line);
        border-radius: 18px;
        color: var(--bmac-text-quiet);
        font-size: 13px;
        white-space: nowrap;
      }

      .dot {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--bmac-accent);
      }

      :host([frozen]) {
        border-color: transparent;
        background: var(--bmac-ink);
        color: var(--bmac-on-ink);
        font-weight: 600;
      }

      :host([frozen]) .dot {
        border-radius: 1px;
        background: var(--bmac-on-ink);
      }

      .words {
        min-width: 8ch;
      }
    `,
  ];

  override render(): TemplateResult {
    const { store } = this.live;
    return html`<span class="dot"></span><span class="words">${statusWords(store).words}</span>`;
  }

  override updated(): void {
    const { store } = this.live;
    const { trouble } = store;
    this.toggleAttribute('frozen', store.freeze !== null || store.past !== null || trouble !== null);
    this.title = trouble !== null ? troubleWords(trouble, store.now()) : store.lastFrame === null ? '' : `Last heard of the server at ${timeText(store.lastFrame, store.serverNow())}`;
  }
}

customElements.define('map-status', MapStatus);
