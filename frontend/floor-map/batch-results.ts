import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import type { Batch, Part } from './batch.ts';
import { holderText, outcomeText, type Control } from './control.ts';
import { controlStyles } from './control-styles.ts';
import { valueWithUnit } from './format.ts';
import { quantity, type Point } from './model.ts';
import { StoreController } from './store-controller.ts';

/** What is asked for together is asked for at a person's priority. */
const OPERATOR = 8;

/**
 * What became of several outputs that were asked together: how many, and of each that failed why. Properties: `batch`;
 * `state`, its words as they are now; `where`, to name the place of each. Fires `retry` with the wishes that failed.
 */
export class BatchResults extends LitElement {
  static override properties = { batch: { attribute: false }, state: {}, where: { type: Boolean } };

  declare batch: Batch | null;
  declare state: string;
  declare where: boolean;

  private readonly live = new StoreController(this, {});

  constructor() {
    super();
    this.batch = null;
    this.state = '';
    this.where = false;
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }

      .result {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-top: 4px;
        font-weight: 600;
      }

      .result:empty {
        display: none;
      }

      ul {
        margin: 8px 0;
        padding: 0 0 0 12px;
        border-left: 5px solid var(--bmac-high);
        list-style: none;
        overflow-wrap: anywhere;
      }

      ul.held {
        border-left-color: var(--bmac-hand);
      }

      li + li {
        margin-top: 6px;
      }

      small {
        display: block;
        color: var(--bmac-text-quiet);
      }
    `,
  ];

  override render(): TemplateResult {
    const { batch } = this;
    const busy = batch !== null && batch.pending > 0;
    return html`
      <div class="result" role="status">${busy ? html`<span class="ring"></span>` : nothing}${batch?.words ?? nothing}</div>
      ${this.held()} ${this.failures()}
    `;
  }

  private held(): TemplateResult | typeof nothing {
    const { store } = this.live;
    const held = this.batch?.held ?? [];
    return held.length === 0 || !store.atlas
      ? nothing
      : html`<ul class="held" aria-label="Held by others">${held.map((part) => {
          const point = store.atlas!.points.get(part.id);
          return point ? html`<li>${this.name(point)}<small>${heldWords(point, part, store.controls.of(part.id), store.now())}</small></li>` : nothing;
        })}</ul>`;
  }

  private name(point: Point): string {
    return this.where ? `${quantity(point)}, ${point.place}` : quantity(point);
  }

  private failures(): TemplateResult | typeof nothing {
    const points = this.live.store.atlas?.points;
    const failures = this.batch?.failures ?? [];
    if (failures.length === 0 || !points) {
      return nothing;
    }
    const again = failures.flatMap(({ id, wanted }) => (wanted === null ? [] : [[id, wanted] as const]));
    return html`<ul role="alert">
        ${failures.map((part) => {
          const point = points.get(part.id);
          return point
            ? html`<li>${this.name(point)}<small>${outcomeText(point, part.wanted, part.end!)}</small></li>`
            : nothing;
        })}
      </ul>
      ${again.length === 0
        ? nothing
        : html`<button type="button" class="small" @click=${() => this.dispatchEvent(new CustomEvent('retry', { detail: again }))}>Retry failed</button>`}`;
  }
}

/** "Held at 60 % by ben, 1:42 left; your wish is noted." */
function heldWords(point: Point, part: Part, control: Control, now: number): string {
  const rules = control.stack[0];
  const stronger = rules !== undefined && rules.p < OPERATOR;
  return stronger ? `Held at ${valueWithUnit(point, rules.value)} by ${holderText(rules, now)} (${rules.name}). Your wish is noted.` : outcomeText(point, part.wanted, part.end!);
}

customElements.define('batch-results', BatchResults);
