import { css, html, LitElement, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import { hourMinute } from './format.ts';
import { statusWords } from './map-status.ts';
import { isAbnormal, qualityWords, type Quality } from './quality.ts';
import { StoreController } from './store-controller.ts';
import { tally } from './summary.ts';
import { qualityDrawing } from './templates.ts';

/** The foot of a kiosk: the time, which floor of how many, how old the data are, and how many points are not good. */
export class KioskBar extends LitElement {
  static override properties = { floor: { type: Number } };

  declare floor: number | null;

  private readonly live = new StoreController(this, { state: () => this.requestUpdate(), tick: () => this.requestUpdate() });

  constructor() {
    super();
    this.floor = null;
  }

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 32px;
        height: 56px;
        padding: 0 28px;
        background: var(--bmac-surface);
        border-top: 1px solid var(--bmac-line);
        font-size: 24px;
        white-space: nowrap;
      }

      .clock {
        font-size: 34px;
        font-weight: 600;
        letter-spacing: -0.01em;
      }

      .floor {
        font-weight: 600;
      }

      .dots {
        display: flex;
        gap: 8px;
      }

      .dots i {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        border: 2px solid var(--bmac-line-strong);
      }

      .dots i.here {
        background: var(--bmac-text);
        border-color: var(--bmac-text);
      }

      .gap {
        flex: 1;
      }

      .counts,
      .count {
        display: flex;
        align-items: center;
        gap: 10px;
      }

      .counts {
        gap: 28px;
        color: var(--bmac-text-quiet);
      }

      .shape {
        width: 26px;
        height: 26px;
      }

      .age {
        color: var(--bmac-text-quiet);
        min-width: 9ch;
        text-align: end;
      }
    `,
  ];

  override render(): TemplateResult {
    const { store } = this.live;
    const floors = store.atlas?.model.floors ?? [];
    const name = floors.find((floor) => floor.id === this.floor)?.name ?? store.atlas?.model.building ?? '';
    return html`
      <span class="clock">${hourMinute(store.now())}</span>
      <span class="floor">${name}</span>
      <span class="dots" aria-hidden="true">${floors.map((floor) => html`<i class=${floor.id === this.floor ? 'here' : ''}></i>`)}</span>
      <span class="gap"></span>
      <span class="counts">${this.counts()}</span>
      <span class="age">${statusWords(store).words}</span>
    `;
  }

  private counts(): TemplateResult[] | TemplateResult {
    const { store } = this.live;
    const counts = [...tally(store.atlas?.model.points ?? [], (id) => store.look(id))].filter(([quality]) => isAbnormal(quality));
    return counts.length === 0
      ? html`<span>everything reports</span>`
      : counts.sort(([a], [b]) => a - b).map(([quality, count]) => this.count(quality, count));
  }

  private count(quality: Quality, count: number): TemplateResult {
    return html`<span class="count">${qualityDrawing(quality)}${count} ${qualityWords(quality)}</span>`;
  }
}

customElements.define('kiosk-bar', KioskBar);
