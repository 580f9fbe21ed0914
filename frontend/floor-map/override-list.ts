import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { answer, type Reply } from './asking.ts';
import { baseStyles, qualityIconStyles } from './base-styles.ts';
import { Batch } from './batch.ts';
import './confirm-dialog.ts';
import { outcomeText, strayed, timeLeft, type Held, type Slot } from './control.ts';
import { controlStyles } from './control-styles.ts';
import { Errand } from './errand.ts';
import { age, timeText, valueWithUnit } from './format.ts';
import { HAND } from './icons.ts';
import { quantity, type Point } from './model.ts';
import './request-row.ts';
import { concerns, waits, type Request } from './requests.ts';
import { StoreController } from './store-controller.ts';
import { kindDrawing } from './templates.ts';

const PARTS: readonly Request['part'][] = ['second', 'asker', 'onlooker'];

const keyOf = ({ id, slot }: Held) => `${id}:${slot.p}`;

/**
 * All overrides of the building, the oldest first, with who holds them and until when; one or many are let go of here. And
 * what waits for a second person. Attributes: `user`, who sits before it; `may`, whether that one commands anything. Fires
 * point-release, release-confirm and what request-row fires, and expects each to be answered.
 */
export class OverrideList extends LitElement {
  static override properties = { user: {}, may: { type: Boolean }, chosen: { state: true }, batch: { state: true } };

  declare user: string;
  declare may: boolean;
  declare chosen: ReadonlySet<string>;
  declare batch: Batch | null;

  private readonly live = new StoreController(this, {
    model: () => this.requestUpdate(),
    state: () => this.requestUpdate(),
    control: () => this.requestUpdate(),
    requests: () => this.requestUpdate(),
    ended: (end) => this.batch?.hear(end) && this.requestUpdate(),
    tick: () => this.requestUpdate(),
  });

  private readonly errand = new Errand(this, this.live);

  constructor() {
    super();
    this.user = '';
    this.may = false;
    this.chosen = new Set();
    this.batch = null;
  }

  static override styles = [
    baseStyles,
    controlStyles,
    qualityIconStyles,
    css`
      :host {
        display: block;
        max-width: 1080px;
        padding: 24px;
      }

      h1,
      h2 {
        margin: 0;
        font-weight: 600;
        letter-spacing: -0.012em;
      }

      h1 {
        font-size: 24px;
      }

      h2 {
        margin: 28px 0 8px;
        font-size: 16px;
      }

      .requests {
        display: grid;
        gap: 8px;
        margin-bottom: 20px;
      }

      section h2 {
        margin-top: 0;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        min-height: 56px;
        margin-bottom: 12px;
      }

      .head h1 {
        flex: 1;
      }

      .head button {
        flex: none;
      }

      .all {
        display: inline-flex;
        align-items: center;
        min-height: var(--bmac-touch);
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        border-radius: var(--bmac-radius-l);
        background: var(--bmac-surface);
        box-shadow: 0 0 0 1px var(--bmac-line), var(--bmac-shadow-1);
        overflow: hidden;
      }

      ul:empty {
        display: none;
      }

      li {
        display: grid;
        grid-template-columns: auto auto minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1.4fr) auto;
        align-items: center;
        gap: 4px 16px;
        min-height: 64px;
        padding: 6px 8px 6px 16px;
      }

      li + li {
        border-top: 1px solid var(--bmac-line);
      }

      li.plain {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      input[type='checkbox'] {
        width: 22px;
        height: 22px;
        margin: 13px 9px 13px 0;
        accent-color: var(--bmac-accent);
      }

      .icon {
        width: 24px;
        height: 24px;
        color: var(--bmac-text-quiet);
      }

      li b {
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      li small {
        display: block;
        font-size: 12.5px;
        color: var(--bmac-text-quiet);
        overflow-wrap: anywhere;
      }

      small[data-astray] {
        font-weight: 600;
        color: var(--bmac-text);
        text-decoration: underline wavy var(--bmac-high);
        text-underline-offset: 3px;
      }

      .left {
        display: flex;
        align-items: center;
        gap: 8px;
      }

      .hand {
        flex: none;
      }

      .empty {
        padding: 32px;
        border-radius: var(--bmac-radius-l);
        background: var(--bmac-surface);
        color: var(--bmac-text-quiet);
        box-shadow: 0 0 0 1px var(--bmac-line);
      }

      .result {
        min-height: 24px;
        margin: 12px 0;
      }

      @media (max-width: 719px) {
        :host {
          padding: 16px;
        }

        li:not(.plain) {
          grid-template-columns: auto minmax(0, 1fr) auto;
        }

        li .icon {
          display: none;
        }

        li .what,
        li .held,
        li .left {
          grid-column: 2;
        }

        li > button {
          grid-area: 1 / 3;
        }
      }
    `,
  ];

  /** What the program says to a question. */
  answer(number: number, reply: Reply): void {
    answer(number, reply);
  }

  override render(): TemplateResult | typeof nothing {
    const { store } = this.live;
    if (!store.atlas) {
      return nothing;
    }
    const held = store.controls.held().filter(({ id }) => store.atlas!.points.has(id));
    const chosen = held.filter((one) => this.chosen.has(keyOf(one)));
    return html`
      <div class="head">
        <h1>Overrides</h1>
        ${this.may && held.length > 0 ? this.bulk(held, chosen) : nothing}
      </div>
      ${this.requests()}
      ${held.length === 0
        ? html`<div class="empty">Nothing is held by hand. What somebody sets on an output's panel stands here until it ends or is released.</div>`
        : html`<ul>${held.map((one) => this.row(one, store.atlas!.points.get(one.id)!))}</ul>`}
      <div class="result" role="status">${this.batch ? `Released: ${this.batch.words}` : nothing}</div>
      ${this.failures()}
      <confirm-dialog></confirm-dialog>
    `;
  }

  private bulk(held: readonly Held[], chosen: readonly Held[]): TemplateResult {
    const all = chosen.length === held.length;
    return html`
      <label class="all"><input
        type="checkbox" .checked=${all} .indeterminate=${chosen.length > 0 && !all}
        @change=${() => (this.chosen = all ? new Set() : new Set(held.map(keyOf)))}
      />All ${held.length}</label>
      <button type="button" class="primary" ?disabled=${chosen.length === 0 || this.locked} @click=${() => void this.release(chosen)}>
        Release ${chosen.length === 0 ? 'selected' : chosen.length}
      </button>
    `;
  }

  private get frozen(): boolean {
    return this.live.store.freeze !== null;
  }

  private get locked(): boolean {
    return this.frozen || this.errand.busy || this.errand.waits;
  }

  private row(held: Held, point: Point): TemplateResult {
    const { store } = this.live;
    const { slot } = held;
    const now = store.now();
    const key = keyOf(held);
    const floor = point.floor === null ? '' : (store.atlas?.floors.get(point.floor)?.name ?? '');
    const { latest } = store.look(point.id);
    const astray = strayed(point, store.controls.of(point.id), latest) === slot;
    const name = `${quantity(point)}, ${point.place}`;
    return html`<li data-kind=${point.kind} ?data-active=${!!slot.value}>
      ${this.may
        ? html`<input type="checkbox" aria-label="Select ${name}" .checked=${this.chosen.has(key)} @change=${() => this.choose(key)} />`
        : html`<span></span>`}
      ${kindDrawing(point.kind)}
      <div class="what"><b>${quantity(point)}</b><small>${[point.place, floor].filter(Boolean).join(' · ')}</small></div>
      <div class="held"><b>${valueWithUnit(point, slot.value)}</b><small ?data-astray=${astray}>${astray ? 'but ' : ''}reports ${valueWithUnit(point, latest.value)}</small></div>
      <div class="left">
        ${unsafeSVG(HAND)}
        <div>
          <b>${slot.by}${slot.p === 8 ? '' : `, ${slot.name}`}</b>
          <small title=${timeText(slot.since, now)}>${slot.until === null ? 'for good' : `${timeLeft(slot.until, now)} left`} · since ${age(now - slot.since)}</small>
          ${slot.why ? html`<small>${slot.why}</small>` : nothing}
        </div>
      </div>
      ${this.may ? html`<button type="button" class="small" aria-label="Release ${name}" ?disabled=${this.locked} @click=${() => void this.release([held])}>Release</button>` : nothing}
    </li>`;
  }

  private failures(): TemplateResult | typeof nothing {
    const points = this.live.store.atlas?.points;
    const failures = this.batch?.failures ?? [];
    return failures.length === 0
      ? nothing
      : html`<h2>Not done</h2>
          <ul role="alert">
            ${failures.map((part) => {
              const point = points?.get(part.id);
              return point ? html`<li class="plain"><div><b>${quantity(point)}, ${point.place}</b><small>${outcomeText(point, part.wanted, part.end!)}</small></div></li>` : nothing;
            })}
          </ul>`;
  }

  /** Those that this person can answer first, then the own ones, then what others wait for; last what came of it. */
  private requests(): TemplateResult | typeof nothing {
    const { store } = this.live;
    const now = store.now();
    const order = (request: Request) => (waits(request, now) ? PARTS.indexOf(request.part) : PARTS.length);
    const shown = store.controls.requests
      .filter((request) => waits(request, now) || concerns(request, this.user))
      .sort((a, b) => order(a) - order(b) || a.n - b.n);
    return shown.length === 0
      ? nothing
      : html`<section aria-labelledby="second">
          <h2 id="second">Second person</h2>
          <div class="requests">${repeat(shown, ({ n }) => n, (request) => html`<request-row .request=${request}></request-row>`)}</div>
        </section>`;
  }

  private choose(key: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(key)) {
      chosen.add(key);
    }
    this.chosen = chosen;
  }

  private async release(held: readonly Held[]): Promise<void> {
    this.batch = null;
    const lines = held.map(({ id, slot }) => this.releaseLine(id, slot));
    const one = lines.length === 1;
    const reply = await this.errand.run({
      question: 'point-release', confirm: 'release-confirm',
      detail: { ...{ items: held.map(keyOf).join(' '), minutes: 0 }, reason: '' },
      matter: (level) => ({
        level, reason: '', verb: one ? 'Release' : `Release ${lines.length}`,
        effect: `${one ? `${lines[0]}. The output takes` : 'Each output takes'} what comes next at once, or stays as it is where nothing does.`,
        ...(one ? {} : { list: lines }),
      }),
    });
    if (reply !== null) {
      const batch = new Batch(held.map(({ id }) => [id, null]));
      batch.learn(reply, this.live.store.controls);
      this.batch = batch;
      this.chosen = new Set();
    }
  }

  private releaseLine(id: number, slot: Slot): string {
    const point = this.live.store.atlas?.points.get(id);
    return point ? `${quantity(point)} in ${point.place}, ${valueWithUnit(point, slot.value)} by ${slot.by}` : '';
  }
}

customElements.define('override-list', OverrideList);
