import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask } from './asking.ts';
import { baseStyles } from './base-styles.ts';
import { controlStyles } from './control-styles.ts';
import { valueWithUnit } from './format.ts';
import { byRank, quantity, type Point } from './model.ts';
import { choose, heldWords, itemsOf, matching, type Scene, type Search } from './scenes.ts';
import { StoreController } from './store-controller.ts';
import { kindDrawing } from './templates.ts';
import { ends, stepped } from './verbs.ts';

const DURATIONS = [30, 60, 120, 240, 480, 720, 1440];
const MOST_ROWS = 150;
const EVERYTHING: Search = { words: '', floor: null, zone: null, kind: '', chosen: false };

/**
 * Makes a scene, or changes one: its name, how long it is held, which outputs, and the value of each. Properties: `scene`,
 * null for a new one; `outputs`, the numbers of those that the person may put into it. Fires scene-save and expects it to be
 * answered; `done` when it is saved or called off.
 */
export class SceneEditor extends LitElement {
  static override properties = {
    scene: { attribute: false }, outputs: { attribute: false },
    name: { state: true }, minutes: { state: true }, values: { state: true }, search: { state: true }, said: { state: true },
  };

  declare scene: Scene | null;
  declare outputs: readonly number[];
  declare name: string;
  declare minutes: number;
  declare values: ReadonlyMap<number, number>;
  declare search: Search;
  declare said: string;

  private busy = false;
  private readonly live = new StoreController(this, { model: () => this.requestUpdate(), state: () => this.requestUpdate(), tick: () => this.requestUpdate() });

  constructor() {
    super();
    this.scene = null;
    this.outputs = [];
    this.name = '';
    this.minutes = 120;
    this.values = new Map();
    this.search = EVERYTHING;
    this.said = '';
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }

      form {
        display: grid;
        gap: 20px;
      }

      .fields {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 16px;
      }

      .fields label {
        flex: 1 1 150px;
        min-width: 0;
        font-size: 13px;
        font-weight: 600;
        color: var(--bmac-text-quiet);
      }

      .fields .wide {
        flex: 3 1 260px;
      }

      .text {
        font-size: 14px;
        font-weight: 450;
        color: var(--bmac-text);
      }

      h2 {
        margin: 0;
        font-size: 16px;
        font-weight: 600;
      }

      .card {
        display: grid;
        gap: 12px;
        padding: 16px 20px 20px;
        border-radius: var(--bmac-radius-l);
        background: var(--bmac-surface);
        box-shadow: 0 0 0 1px var(--bmac-line), var(--bmac-shadow-1);
      }

      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-inline: -14px;
      }

      .tools .count {
        flex: 1 1 auto;
        padding-inline-start: 14px;
        color: var(--bmac-text-quiet);
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 56px;
        padding-block: 4px;
        border-top: 1px solid var(--bmac-line);
      }

      li label {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 12px;
        min-width: 0;
        min-height: var(--bmac-touch);
        cursor: pointer;
      }

      li input[type='checkbox'] {
        flex: none;
        width: 22px;
        height: 22px;
        accent-color: var(--bmac-accent);
      }

      .icon {
        flex: none;
        width: 22px;
        height: 22px;
        color: var(--bmac-text-quiet);
      }

      li .what {
        min-width: 0;
        overflow-wrap: anywhere;
      }

      small {
        display: block;
        font-size: 12.5px;
        color: var(--bmac-text-quiet);
      }

      .value {
        display: flex;
        flex: none;
        align-items: center;
        gap: 6px;
        width: 116px;
      }

      .value .text {
        margin: 0;
      }

      .tools .value {
        margin-inline-end: 14px;
      }

      .empty {
        padding: 12px 0;
        color: var(--bmac-text-quiet);
      }

      .foot {
        position: sticky;
        bottom: 0;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 8px;
        margin-inline: -24px;
        padding: 12px 24px;
        border-top: 1px solid var(--bmac-line);
        background: var(--bmac-ground);
      }

      .foot .said:empty {
        display: none;
      }

      .foot .said {
        flex: 1 1 200px;
        overflow-wrap: anywhere;
        font-weight: 600;
      }

      .foot button {
        flex: none;
        min-width: 104px;
      }

      @media (max-width: 719px) {
        .card {
          padding: 16px;
        }

        li .icon {
          display: none;
        }

        .value {
          width: 104px;
        }

        .foot {
          margin-inline: -16px;
          padding-inline: 16px;
        }

        .foot button {
          flex: 1;
        }
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scene')) {
      this.name = this.scene?.name ?? '';
      this.minutes = this.scene?.minutes ?? 120;
      this.values = new Map(this.scene?.values ?? []);
      this.search = EVERYTHING;
      this.said = '';
    }
  }

  private get candidates(): readonly Point[] {
    const points = this.live.store.atlas?.points;
    const floors = [...(this.live.store.atlas?.floors.keys() ?? [])];
    return this.outputs
      .flatMap((id) => points?.get(id) ?? [])
      .sort((a, b) => floors.indexOf(a.floor ?? -1) - floors.indexOf(b.floor ?? -1) || a.place.localeCompare(b.place, undefined, { numeric: true }) || byRank(a, b));
  }

  override render(): TemplateResult {
    const { candidates } = this;
    const shown = candidates.filter((point) => matching(point, this.search, this.values));
    return html`<form @submit=${(event: Event) => { event.preventDefault(); void this.save(); }}>
      <div class="card">
        <div class="fields">
          <label class="wide">Name<input class="text name" required maxlength="100" .value=${this.name} @input=${(event: Event) => (this.name = valueOf(event))} /></label>
          <label>Held for<select class="text" @change=${(event: Event) => (this.minutes = Number(valueOf(event)))}>
            ${[...new Set([...DURATIONS, this.minutes])].sort((a, b) => a - b).map((minutes) => html`<option value=${minutes} ?selected=${minutes === this.minutes}>${heldWords(minutes).slice(4)}</option>`)}
          </select></label>
        </div>
      </div>
      <section class="card" aria-labelledby="outputs">
        <h2 id="outputs">Outputs</h2>
        ${this.filters(candidates)} ${this.tools(shown)} ${this.list(shown)}
      </section>
      <div class="foot">
        <span class="said" role="alert">${this.said}</span>
        <button type="button" class="cancel" @click=${() => this.finish()}>Cancel</button>
        <button type="submit" class="primary" ?disabled=${this.busy || this.live.store.freeze !== null}>Save</button>
      </div>
    </form>`;
  }

  private filters(candidates: readonly Point[]): TemplateResult {
    const { atlas } = this.live.store;
    const floors = [...(atlas?.floors.values() ?? [])].filter((floor) => candidates.some((point) => point.floor === floor.id));
    const zones = floors
      .filter((floor) => this.search.floor === null || floor.id === this.search.floor)
      .flatMap((floor) => floor.zones)
      .filter((zone) => candidates.some((point) => point.zone === zone.id));
    const kinds = new Map(candidates.map((point) => [point.kind, point.label]));
    return html`<div class="fields">
      <label class="wide">Search<input class="text" type="search" placeholder="Place, name or kind" .value=${this.search.words} @input=${(event: Event) => this.look({ words: valueOf(event) })} /></label>
      ${this.choice('Floor', 'All floors', floors.map(({ id, name }) => [String(id), name]), this.search.floor, (id) => this.look({ floor: id ? Number(id) : null, zone: null }))}
      ${this.choice('Zone', 'All zones', zones.map(({ id, name }) => [String(id), name]), this.search.zone, (id) => this.look({ zone: id ? Number(id) : null }))}
      ${this.choice('Kind', 'All kinds', [...kinds], this.search.kind, (kind) => this.look({ kind }))}
    </div>`;
  }

  private choice(label: string, all: string, options: readonly (readonly [value: string, label: string])[], now: string | number | null, take: (value: string) => void): TemplateResult {
    return html`<label>${label}<select class="text" @change=${(event: Event) => take(valueOf(event))}>
      <option value="" ?selected=${!now}>${all}</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${String(now ?? '') === value}>${text}</option>`)}
    </select></label>`;
  }

  private tools(shown: readonly Point[]): TemplateResult {
    const missing = shown.filter(({ id }) => !this.values.has(id));
    const chosen = shown.filter(({ id }) => this.values.has(id));
    const { size } = this.values;
    const same = chosen.length > 1 && this.search.kind !== '';
    return html`<div class="tools">
      <span class="count" role="status">${size === 0 ? 'Nothing chosen yet' : `${size} chosen`}</span>
      ${same ? html`<span>All ${chosen.length} to</span>${this.value(chosen[0]!, 'Value of all shown', (value) => this.set(chosen, () => value))}` : nothing}
      <button type="button" class="small" ?disabled=${size === 0} aria-pressed=${this.search.chosen} @click=${() => this.look({ chosen: !this.search.chosen })}>
        ${this.search.chosen ? 'Show all' : 'Show chosen'}
      </button>
      <button type="button" class="small" ?disabled=${missing.length === 0} @click=${() => this.set(missing, (point) => this.reported(point))}>${missing.length === 0 ? 'All shown are chosen' : `Choose ${missing.length} shown`}</button>
      <button type="button" class="small" ?disabled=${chosen.length === 0} @click=${() => this.set(chosen, (point) => this.reported(point))}>Take the values as they are now</button>
    </div>`;
  }

  private list(shown: readonly Point[]): TemplateResult {
    return shown.length === 0
      ? html`<div class="empty">No output fits.</div>`
      : html`<ul>
            ${shown.slice(0, MOST_ROWS).map((point) => this.row(point))}
          </ul>
          ${shown.length > MOST_ROWS ? html`<div class="empty">${shown.length - MOST_ROWS} more. Search or choose a floor to see them.</div>` : nothing}`;
  }

  private row(point: Point): TemplateResult {
    const { store } = this.live;
    const floor = point.floor === null ? '' : (store.atlas?.floors.get(point.floor)?.name ?? '');
    const { latest } = store.look(point.id);
    const name = `${quantity(point)}, ${point.place}`;
    return html`<li>
      <label><input type="checkbox" aria-label=${name} .checked=${this.values.has(point.id)} @change=${() => (this.values = choose(this.values, point.id, this.reported(point)))} />
        ${kindDrawing(point.kind)}
        <span class="what">${quantity(point)}<small>${[point.place, floor, `reports ${valueWithUnit(point, latest.value)}`].filter(Boolean).join(' · ')}</small></span>
      </label>
      ${this.values.has(point.id) ? this.value(point, `Value of ${name}`, (value) => this.set([point], () => value)) : nothing}
    </li>`;
  }

  private value(point: Point, label: string, take: (value: number) => void): TemplateResult {
    const now = this.values.get(point.id) ?? 0;
    const states = ends(point);
    return states
      ? html`<span class="value"><select class="text" aria-label=${label} @change=${(event: Event) => take(Number(valueOf(event)))}>
          ${states.map((state) => html`<option value=${state} ?selected=${(now > 0) === (state > 0)}>${stateWord(point, state)}</option>`)}
        </select></span>`
      : html`<span class="value"><input
          class="text" type="number" min="0" max="100" step="5" inputmode="numeric" aria-label=${label} .value=${String(now)}
          @change=${(event: Event) => take(stepped(Number(valueOf(event)), 1))}
        />%</span>`;
  }

  /** What it is asked to be, or else reports; 0 where that is not known. */
  private reported(point: Point): number {
    const { store } = this.live;
    const value = store.look(point.id).latest.value ?? 0;
    const states = ends(point);
    return states ? (value > 0 ? states[0] : states[1]) : stepped(value, 1);
  }

  private set(points: readonly Point[], value: (point: Point) => number): void {
    this.values = new Map([...this.values, ...points.map((point) => [point.id, value(point)] as const)]);
  }

  private look(change: Partial<Search>): void {
    this.search = { ...this.search, ...change };
  }

  private async save(): Promise<void> {
    if (this.values.size === 0) {
      this.said = 'Choose at least one output.';
      return;
    }
    this.busy = true;
    this.said = '';
    const reply = await ask(this, 'scene-save', { number: this.scene?.id ?? 0, name: this.name.trim(), minutes: this.minutes, items: itemsOf(this.values) });
    this.busy = false;
    if (reply.scene === undefined) {
      this.said = reply.words ?? 'It could not be saved.';
    } else {
      this.finish();
    }
  }

  private finish(): void {
    this.dispatchEvent(new CustomEvent('done'));
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.name')?.focus();
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function stateWord(point: Point, value: number): string {
  return point.kind === 'valve' ? (value > 0 ? 'open' : 'shut') : valueWithUnit(point, value);
}

customElements.define('scene-editor', SceneEditor);
