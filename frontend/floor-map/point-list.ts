import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import './map-veil.ts';
import { baseStyles, qualityIconStyles } from './base-styles.ts';
import { age, timeText, valueText } from './format.ts';
import { qualityShape } from './icons.ts';
import { quantity, type Point } from './model.ts';
import { isAbnormal, Quality, qualityCode, qualityWords } from './quality.ts';
import { rows, type Column, type Group, type Order } from './rows.ts';
import { StoreController } from './store-controller.ts';
import { controlIcon, kindDrawing, tell } from './templates.ts';

const COLUMNS: readonly (readonly [Column, string])[] = [
  ['quantity', 'Quantity'], ['value', 'Value'], ['quality', 'Quality'], ['age', 'Age'], ['node', 'Node'],
];

/** The cells of a row that change; written by hand, so that a reading costs the text that it changes. */
interface LiveRow {
  readonly row: HTMLElement;
  readonly value: HTMLElement;
  readonly unit: HTMLElement;
  readonly quality: HTMLElement;
  readonly age: HTMLElement;
}

/**
 * The same points as on the map, as a table: by floor and zone, or sorted by any column. Attribute `selected`: an id. With
 * `location` only the points of the source that calls itself so, without the means to search. Fires point-selected.
 */
export class PointList extends LitElement {
  static override properties = {
    selected: { type: Number, reflect: true },
    location: { type: String, reflect: true },
    text: { state: true },
    onlyAbnormal: { state: true },
    order: { state: true },
  };

  declare selected: number | null;
  declare location: string | null;
  declare text: string;
  declare onlyAbnormal: boolean;
  declare order: Order;

  private readonly lines = new Map<number, LiveRow>();
  private sortDue = false;
  private readonly live = new StoreController(this, {
    model: () => this.requestUpdate(),
    state: () => this.requestUpdate(),
    points: (ids) => this.hear(ids),
    tick: () => this.tick(),
  });

  constructor() {
    super();
    this.selected = null;
    this.location = null;
    this.text = '';
    this.onlyAbnormal = false;
    this.order = { by: 'place', down: false };
  }

  static override styles = [
    baseStyles,
    qualityIconStyles,
    css`
      :host {
        box-sizing: border-box;
        display: flex;
        flex-direction: column;
        height: 100%;
        padding: 12px 16px 16px;
        background: var(--bmac-ground);
        container-type: inline-size;
        overflow: hidden !important;
      }

      :host([location]) {
        height: auto;
        padding: 0;
        background: none;
      }

      .toolbar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px;
        padding-bottom: 12px;
      }

      .search {
        position: relative;
        flex: 1 1 240px;
        max-width: 420px;
      }

      .search .control-icon {
        position: absolute;
        inset: 13px auto auto 14px;
        width: 18px;
        height: 18px;
        color: var(--bmac-text-quiet);
        pointer-events: none;
      }

      input {
        width: 100%;
        height: 44px;
        padding: 0 16px 0 42px;
        border: 1px solid var(--bmac-line-strong);
        border-radius: 12px;
        background: var(--bmac-surface);
      }

      input::placeholder {
        color: var(--bmac-text-quiet);
        opacity: 1;
      }

      .only {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 44px;
        padding: 0 16px;
        border: 1px solid var(--bmac-line-strong);
        border-radius: 12px;
        background: none;
        color: var(--bmac-text-quiet);
        font-weight: 500;
        white-space: nowrap;
      }

      .only[aria-pressed='true'] {
        background: var(--bmac-ink);
        border-color: var(--bmac-ink);
        color: var(--bmac-on-ink);
      }

      .only .control-icon {
        width: 18px;
        height: 18px;
      }

      .found {
        margin-inline-start: auto;
        color: var(--bmac-text-quiet);
        font-size: 13px;
      }

      .sheet {
        position: relative;
        isolation: isolate;
        display: flex;
        flex-direction: column;
        flex: 1;
        min-height: 0;
        border-radius: var(--bmac-radius-l);
        background: var(--bmac-surface);
        box-shadow: 0 0 0 1px var(--bmac-line);
        overflow: hidden;
      }

      .scroll {
        flex: 1;
        min-height: 0;
        overflow: auto;
        overscroll-behavior: contain;
      }

      table {
        width: 100%;
        border-collapse: separate;
        border-spacing: 0;
      }

      thead th {
        position: sticky;
        top: 0;
        z-index: 3;
        padding: 0;
        background: var(--bmac-surface);
        border-bottom: 1px solid var(--bmac-line);
        text-align: start;
        font-weight: 500;
      }

      thead button {
        display: flex;
        align-items: center;
        gap: 4px;
        width: 100%;
        height: 44px;
        padding: 0 12px;
        border: 0;
        background: none;
        font-size: 13px;
        color: var(--bmac-text-quiet);
      }

      thead button:hover,
      [aria-sort]:not([aria-sort='none']) button {
        color: var(--bmac-text);
      }

      thead .control-icon {
        width: 16px;
        height: 16px;
        visibility: hidden;
      }

      [aria-sort]:not([aria-sort='none']) .control-icon {
        visibility: visible;
      }

      th.number button {
        justify-content: flex-end;
      }

      tbody th {
        position: sticky;
        top: 45px;
        z-index: 2;
        padding: 14px 16px 6px;
        background: var(--bmac-surface);
        border-bottom: 1px solid var(--bmac-line);
        text-align: start;
        font-weight: 600;
      }

      tbody th span {
        color: var(--bmac-text-quiet);
        font-weight: 450;
      }

      td {
        height: 44px;
        padding: 2px 12px;
        border-bottom: 1px solid color-mix(in srgb, var(--bmac-line) 60%, transparent);
        white-space: nowrap;
      }

      th:first-child button,
      td:first-child {
        padding-inline-start: 16px;
      }

      tr.point {
        cursor: pointer;
      }

      tr.point:hover td {
        background: var(--bmac-surface-quiet);
      }

      tr[data-selected] td {
        background: color-mix(in srgb, var(--bmac-accent) 9%, transparent);
      }

      tr[data-selected] td:first-child {
        box-shadow: inset 3px 0 var(--bmac-accent);
      }

      .name {
        display: flex;
        align-items: center;
        gap: 10px;
        width: 100%;
        min-height: 36px;
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
        font-weight: 500;
      }

      .name .icon {
        width: 18px;
        height: 18px;
        flex: none;
        color: var(--bmac-text-quiet);
      }

      .where {
        color: var(--bmac-text-quiet);
        font-weight: 450;
      }

      .number {
        text-align: end;
      }

      .value {
        font-weight: 600;
      }

      .unit {
        display: inline-block;
        min-width: 3em;
        margin-inline-start: 4px;
        text-align: start;
        color: var(--bmac-text-quiet);
      }

      tr:is([data-quality='stale'], [data-quality='offline'], [data-quality='never-seen'], [data-quality='bad']) .value {
        color: var(--bmac-text-quiet);
        font-weight: 450;
      }

      .state {
        display: inline-flex;
        vertical-align: middle;
        align-items: center;
        gap: 8px;
      }

      tr[data-quality='good'] .state {
        color: var(--bmac-text-quiet);
      }

      .age,
      .node {
        color: var(--bmac-text-quiet);
      }

      .node code {
        font-family: var(--bmac-font-mono);
        font-size: 12.5px;
      }

      .none {
        display: grid;
        place-content: center;
        justify-items: center;
        height: 100%;
        padding: 24px;
        text-align: center;
        color: var(--bmac-text-quiet);
        text-wrap: balance;
      }

      .none b {
        font-size: 18px;
        font-weight: 600;
        color: var(--bmac-text);
      }

      @container (max-width: 760px) {
        .node,
        th.node {
          display: none;
        }
      }

      /* A phone: each point is a card of two lines. */
      @container (max-width: 560px) {
        .found {
          display: none;
        }

        table,
        tbody {
          display: block;
        }

        thead {
          display: none;
        }

        tbody th,
        tbody tr {
          display: block;
          top: 0;
        }

        tr.point td.node {
          display: none;
        }

        tr.point {
          display: grid;
          grid-template: 'name value' auto 'state age' auto / minmax(0, 1fr) auto;
          gap: 0 12px;
          padding: 8px 16px 10px;
          border-bottom: 1px solid var(--bmac-line);
        }

        tr.point td {
          display: block;
          height: auto;
          padding: 0;
          border: 0;
          background: none !important;
        }

        tr.point td:first-child {
          box-shadow: none;
        }

        tr[data-selected] {
          background: color-mix(in srgb, var(--bmac-accent) 9%, transparent);
          box-shadow: inset 3px 0 var(--bmac-accent);
        }

        td.what {
          grid-area: name;
          white-space: normal;
        }

        td.reading {
          grid-area: value;
          align-self: center;
          font-size: 16px;
        }

        td.reading .unit {
          min-width: 0;
        }

        td.quality {
          grid-area: state;
          padding-inline-start: 28px;
          font-size: 13px;
        }

        td.age {
          grid-area: age;
          text-align: end;
          font-size: 13px;
        }
      }
    `,
  ];

  private get groups(): Group[] {
    const { store } = this.live;
    const { text, onlyAbnormal, order, location } = this;
    return store.atlas ? rows(store.atlas, (id) => store.look(id), { text, onlyAbnormal, order, location }) : [];
  }

  override render(): TemplateResult {
    const { groups } = this;
    const count = groups.reduce((sum, group) => sum + group.points.length, 0);
    const all = this.live.store.atlas?.model.points.length ?? 0;
    return html`
      ${this.location === null ? this.toolbar(count, all) : nothing}
      <div class="sheet">
        <map-veil></map-veil>
        <div class="scroll" @keydown=${(event: KeyboardEvent) => this.walk(event)}>
          ${count === 0 ? this.none(all) : this.table(groups)}
        </div>
      </div>
    `;
  }

  private toolbar(count: number, all: number): TemplateResult {
    return html`
    <div class="toolbar">
      <label class="search">
        <span class="for-screen-readers">Filter</span>${controlIcon('search')}
        <input type="search" placeholder="Filter by place, quantity or node" .value=${this.text} @input=${(event: InputEvent) => (this.text = (event.target as HTMLInputElement).value)} />
      </label>
      <button type="button" class="only" aria-pressed=${this.onlyAbnormal} @click=${() => (this.onlyAbnormal = !this.onlyAbnormal)}>
        ${controlIcon('abnormal')}Only abnormal
      </button>
      <span class="found" role="status">${count === all ? `${all} points` : `${count} of ${all} points`}</span>
    </div>
    `;
  }

  private none(all: number): TemplateResult {
    const { atlas } = this.live.store;
    const [title, words] = !atlas ? ['Connecting…', '']
      : all === 0 || this.location !== null ? ['No points yet', 'As soon as a node reports, its points stand here.']
      : this.onlyAbnormal && !this.text ? ['Everything is as it should be', 'No point is stale, offline, bad or without data.']
      : ['Nothing matches', 'Try fewer words.'];
    return html`<div class="none"><b>${title}</b><span>${words}</span></div>`;
  }

  private table(groups: readonly Group[]): TemplateResult {
    const byPlace = this.order.by === 'place';
    return html`<table>
      <thead>
        <tr>
          ${COLUMNS.map(([column, words]) => this.heading(column, words))}
        </tr>
      </thead>
      ${repeat(groups, (group) => `${group.floor}›${group.zone}`, (group) => html`<tbody>
        ${byPlace ? html`<tr><th colspan=${COLUMNS.length} scope="rowgroup"><span>${group.floor}${group.zone ? ' › ' : ''}</span>${group.zone}</th></tr>` : nothing}
        ${repeat(group.points, (point) => point.id, (point) => this.row(point, !byPlace))}
      </tbody>`)}
    </table>`;
  }

  private heading(column: Column, words: string): TemplateResult {
    const { by, down } = this.order;
    const sort = by !== column ? 'none' : down ? 'descending' : 'ascending';
    return html`<th scope="col" class="${column} ${column === 'value' ? 'number' : ''}" aria-sort=${sort}>
      <button type="button" @click=${() => this.sortBy(column)}>${words}${controlIcon(down ? 'down' : 'up')}</button>
    </th>`;
  }

  /** Up, down, and back to the order of places. */
  private sortBy(column: Column): void {
    const { by, down } = this.order;
    this.order = by !== column ? { by: column, down: false } : down ? { by: 'place', down: false } : { by: column, down: true };
  }

  private row(point: Point, withPlace: boolean): TemplateResult {
    return html`<tr class="point" data-id=${point.id} data-kind=${point.kind} ?data-selected=${point.id === this.selected} @click=${() => this.choose(point.id)}>
      <td class="what">
        <button type="button" class="name" aria-label="${quantity(point)}, ${point.place}">${kindDrawing(point.kind)}<span>${quantity(point)}${withPlace ? html` <span class="where">${point.place}</span>` : nothing}</span></button>
      </td>
      <td class="reading number"><span class="value"></span><span class="unit"></span></td>
      <td class="quality"><span class="state"></span></td>
      <td class="age"></td>
      <td class="node"><code>${point.node ?? ''}</code>${point.node ? '' : point.location}</td>
    </tr>`;
  }

  override updated(_changed: PropertyValues<this>): void {
    this.lines.clear();
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>('tr.point')) {
      const part = (name: string) => row.querySelector<HTMLElement>(name)!;
      this.lines.set(Number(row.dataset['id']), {
        row, value: part('.value'), unit: part('.unit'), quality: part('.state'), age: part('td.age'),
      });
    }
    this.lines.forEach((_line, id) => this.write(id));
  }

  private hear(ids: readonly number[]): void {
    ids.forEach((id) => this.write(id));
    if (this.onlyAbnormal || this.order.by === 'value' || this.order.by === 'quality' || this.order.by === 'age') {
      this.sortSoon();
    }
  }

  /** Rows that jump about cannot be read: sorted anew at most every two seconds. */
  private sortSoon(): void {
    if (!this.sortDue) {
      this.sortDue = true;
      setTimeout(() => {
        this.sortDue = false;
        this.requestUpdate();
      }, 2_000);
    }
  }

  private write(id: number): void {
    const line = this.lines.get(id);
    const point = this.live.store.atlas?.points.get(id);
    if (!line || !point) {
      return;
    }
    const { latest, quality } = this.live.store.look(id);
    const known = latest.value !== null && (quality <= Quality.stale);
    set(line.value, `${quality === Quality.uncertain ? '~' : ''}${quality === Quality.bad ? '?' : known ? valueText(point, latest.value) : '—'}`);
    set(line.unit, known ? point.unit : '');
    const code = qualityCode(quality);
    if (line.row.dataset['quality'] !== code || line.quality.title !== latest.reason) {
      line.row.dataset['quality'] = code;
      line.quality.innerHTML = `<svg class="shape" viewBox="0 0 24 24" aria-hidden="true">${qualityShape(code)}</svg>`;
      line.quality.append(qualityWords(quality));
      line.quality.title = latest.reason;
    }
    const active = latest.value !== null && latest.value !== 0 && !(isAbnormal(quality) && quality !== Quality.stale);
    line.row.toggleAttribute('data-active', active);
    this.writeAge(line, latest.at);
  }

  private writeAge(line: LiveRow, at: number | null): void {
    const now = this.live.store.now();
    set(line.age, at === null ? '' : age(now - at));
    const title = at === null ? '' : timeText(at, now);
    if (line.age.title !== title) {
      line.age.title = title;
    }
  }

  private tick(): void {
    for (const [id, line] of this.lines) {
      this.writeAge(line, this.live.store.look(id).latest.at);
    }
  }

  private choose(id: number): void {
    this.selected = id;
    tell(this, 'point-selected', id);
  }

  private walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const names = [...this.renderRoot.querySelectorAll<HTMLElement>('.name')];
    const at = names.indexOf(event.target as HTMLElement);
    if (step !== undefined && at >= 0) {
      event.preventDefault();
      names[at + step]?.focus();
    }
  }
}

function set(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

customElements.define('point-list', PointList);
