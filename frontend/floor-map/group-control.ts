import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import { Batch } from './batch.ts';
import './batch-results.ts';
import './confirm-dialog.ts';
import { controlStyles } from './control-styles.ts';
import { Errand } from './errand.ts';
import { quantity, type Point } from './model.ts';
import { itemsOf } from './scenes.ts';
import { requestOf } from './request-of.ts';
import { StoreController } from './store-controller.ts';
import { ends, verb } from './verbs.ts';

const PLURALS: Readonly<Record<string, string>> = { fan: 'fans', valve: 'valves', relay: 'relays', changeover: 'change-overs' };
const USUAL_MINUTES = 120;

/**
 * Moves all outputs of one kind in a place together, each with an outcome of its own. Properties: `points`, those of the
 * place that may be moved; `place`, what it is called; `sure`, to ask the person in any case. Fires point-command,
 * point-level and point-confirm, and expects each to be answered.
 */
export class GroupControl extends LitElement {
  static override properties = { points: { attribute: false }, place: {}, sure: { type: Boolean }, batch: { state: true } };

  declare points: readonly Point[];
  declare place: string;
  declare sure: boolean;
  declare batch: Batch | null;

  private readonly live = new StoreController(this, {
    model: () => this.requestUpdate(),
    state: () => this.requestUpdate(),
    requests: () => this.requestUpdate(),
    ended: (end) => this.batch?.hear(end) && this.requestUpdate(),
  });
  private readonly errand = new Errand(this, this.live);

  constructor() {
    super();
    this.points = [];
    this.place = '';
    this.sure = false;
    this.batch = null;
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }

      .kind {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        min-height: 56px;
        padding-block: 4px;
      }

      .kind span {
        flex: 1 0 96px;
      }

      .kind button {
        flex: none;
        min-width: 84px;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('place')) {
      this.batch = null;
        this.errand.forget();
    }
  }

  override render(): TemplateResult | typeof nothing {
    const kinds = groupsOf(this.points);
    return kinds.length === 0
      ? nothing
      : html`
          ${kinds.map((points) => this.kind(points))}
          ${requestOf(this.errand)}
          <batch-results
            .batch=${this.batch} .state=${this.batch?.words ?? ''} .where=${this.sure}
            @retry=${(event: CustomEvent<readonly (readonly [number, number])[]>) => void this.again(event.detail)}
          ></batch-results>
          <confirm-dialog></confirm-dialog>
        `;
  }

  private kind(points: readonly Point[]): TemplateResult {
    const name = PLURALS[points[0]!.kind] ?? points[0]!.kind;
    const [most, least] = ends(points[0]!) ?? [100, 0];
    const locked = this.live.store.freeze !== null || this.errand.busy || this.errand.waits;
    const button = (value: number) => html`<button
      type="button" class="secondary" ?disabled=${locked}
      aria-label="All ${points.length} ${name} ${label(points[0]!, value)}" @click=${() => void this.order(points.map(({ id }) => [id, value]))}
    >All ${label(points[0]!, value)}</button>`;
    return html`<div class="kind" role="group" aria-label="All ${name}">
      <span>${points.length} ${name}</span> ${button(most)} ${button(least)}
    </div>`;
  }

  private async order(wishes: readonly (readonly [id: number, value: number])[]): Promise<void> {
    this.batch = null;
    await this.send(wishes, this.sure);
  }

  /** What failed is asked for again without much ado. */
  private async again(wishes: readonly (readonly [id: number, value: number])[]): Promise<void> {
    await this.send(wishes, false);
  }

  private async send(wishes: readonly (readonly [id: number, value: number])[], sure: boolean): Promise<void> {
    const { place } = this;
    const points = wishes.flatMap(([id]) => this.live.store.atlas?.points.get(id) ?? []);
    const value = wishes[0]![1];
    const reply = await this.errand.run({
      question: 'point-command', confirm: 'point-confirm', ...(sure ? { level: 'point-level' as const } : {}),
      detail: { ...{ items: itemsOf(wishes), minutes: USUAL_MINUTES }, reason: '' },
      matter: (level) => ({
        level, reason: '', verb: groupVerb(points, value),
        effect: `${place}: ${points.length === 1 ? 'it is' : 'they are'} held for 2 h.`,
        list: this.sure ? points.map((point) => `${point.place}: ${quantity(point)}`).sort((a, b) => a.localeCompare(b, undefined, { numeric: true })) : points.map(quantity),
      }),
    });
    if (reply !== null && place === this.place) {
      const batch = new Batch(wishes);
      batch.learn(reply, this.live.store.controls);
      this.batch = batch;
    }
  }
}

/** The outputs of each kind of which there are several; change-overs are moved one by one. */
export function groupsOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const outputs = points.filter((point) => point.commandable && point.kind !== 'changeover');
  const kinds = [...new Set(outputs.map((point) => point.kind))];
  return kinds.map((kind) => outputs.filter((point) => point.kind === kind)).filter((group) => group.length > 1);
}

/** "Switch off 6 fans", "Open 3 valves", "Set 6 fans to 100 %". */
function groupVerb(points: readonly Point[], value: number): string {
  const [first] = points;
  const what = points.length === 1 ? quantity(first!) : `${points.length} ${PLURALS[first!.kind] ?? 'outputs'}`;
  const [word, ...rest] = verb(first!, value).split(' ');
  switch (first!.kind) {
    case 'valve':
      return `${value === 0 ? 'Shut' : 'Open'} ${what}`;
    case 'fan':
      return value === 0 ? `Switch off ${what}` : `${word} ${what} ${rest.join(' ')}`;
    default:
      return `${word} ${rest.join(' ')} ${what}`;
  }
}

function label(point: Point, value: number): string {
  switch (point.kind) {
    case 'valve':
      return value === 0 ? 'shut' : 'open';
    case 'fan':
      return value === 0 ? 'off' : `${value} %`;
    default:
      return value === 0 ? 'off' : 'on';
  }
}

customElements.define('group-control', GroupControl);
