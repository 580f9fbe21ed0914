import { css, html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { answer, type Reply } from './asking.ts';
import { baseStyles, qualityIconStyles } from './base-styles.ts';
import { CO2_BANDS, co2Band, co2Share } from './bands.ts';
import { age, hourMinute, isWord, numberText, timeText, valueText, valueWithUnit } from './format.ts';
import { quantity, type Point } from './model.ts';
import type { Latest } from './protocol.ts';
import './point-control.ts';
import './group-control.ts';
import { isAbnormal, Quality, qualityCode, qualityWords, severity } from './quality.ts';
import { gapOf, spark, type Spark } from './spark.ts';
import { StoreController } from './store-controller.ts';
import { kindDrawing, qualityDrawing, tell } from './templates.ts';

const HOUR = 3_600_000;
const SPARK = { width: 340, height: 76 };

/** The least range of a spark line: below it lies noise. */
const RANGES: Readonly<Record<string, number>> = { temperature: 1, humidity: 4, pressure: 2, co2: 100, fan: 100, valve: 100 };

/**
 * All that is known of one point: value, quality in words, the last hour, its neighbours in the zone, its node. Attribute
 * `point`: its id; `user`, `may`, `engineer`: who sits before it, and whether that one may command it, and for good. Fires
 * point-selected, and what its control asks; the program says its answers with {@link answer}. Without a point it lists
 * what is not good in the whole building. With `history` it leads to that address, the point's id behind it.
 */
export class PointPanel extends LitElement {
  static override properties = { point: { type: Number, reflect: true }, user: {}, may: { type: Boolean }, engineer: { type: Boolean }, history: {} };

  declare point: number | null;
  declare user: string;
  declare may: boolean;
  declare engineer: boolean;
  declare history: string;

  private watching: { readonly id: number; readonly release: () => void } | null = null;
  private due = false;
  private readonly live = new StoreController(this, {
    model: () => this.requestUpdate(),
    state: () => this.requestUpdate(),
    points: (ids) => this.hear(ids),
    recent: (id) => id === this.point && this.soon(),
    tick: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.point = null;
    this.user = '';
    this.may = false;
    this.engineer = false;
    this.history = '';
  }

  /** What the program says to a question of the control. */
  answer(number: number, reply: Reply): void {
    answer(number, reply);
  }

  static override styles = [
    baseStyles,
    qualityIconStyles,
    css`
      :host {
        display: block;
        padding: 20px 20px 28px;
        background: var(--bmac-surface);
      }

      header {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 48px;
        padding-right: 44px;
      }

      .tile {
        display: grid;
        place-items: center;
        flex: none;
        width: 44px;
        height: 44px;
        border-radius: 12px;
        background: var(--bmac-surface-quiet);
        box-shadow: inset 0 0 0 1px var(--bmac-line);
        color: var(--bmac-text-quiet);
      }

      .tile .icon {
        width: 24px;
        height: 24px;
      }

      .title {
        min-width: 0;
      }

      h2 {
        margin: 0;
        font-size: 18px;
        font-weight: 600;
        letter-spacing: -0.012em;
        line-height: 1.25;
        overflow-wrap: anywhere;
      }

      .place {
        color: var(--bmac-text-quiet);
        font-size: 13px;
        overflow-wrap: anywhere;
      }

      .value {
        display: flex;
        align-items: baseline;
        gap: 8px;
        margin-top: 20px;
        font-size: 44px;
        font-weight: 600;
        letter-spacing: -0.028em;
        line-height: 1.1;
      }

      .value small {
        font-size: 18px;
        font-weight: 450;
        letter-spacing: 0;
        color: var(--bmac-text-quiet);
      }

      .value.old {
        color: var(--bmac-text-quiet);
      }

      .state {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-top: 10px;
        min-height: 24px;
      }

      .state .shape {
        width: 20px;
        height: 20px;
      }

      .state b {
        font-weight: 600;
      }

      .quiet,
      .state span {
        color: var(--bmac-text-quiet);
      }

      time {
        display: block;
        margin-top: 2px;
        font-size: 13px;
        color: var(--bmac-text-quiet);
      }

      /* In a sheet height is dear: what moves the output is to be in sight. */
      @media (max-width: 1199px) {
        :host {
          padding-top: 12px;
        }

        .now {
          display: flex;
          flex-wrap: wrap;
          align-items: center;
          gap: 0 24px;
          margin-top: 8px;
        }

        .value,
        .state {
          margin-top: 0;
        }

        .value {
          font-size: 36px;
        }

        point-control {
          margin-top: 12px;
          padding-top: 12px;
        }
      }

      section {
        margin-top: 20px;
        padding-top: 18px;
        border-top: 1px solid var(--bmac-line);
      }

      h3 {
        display: flex;
        justify-content: space-between;
        margin: 0 0 10px;
        font-size: 13px;
        font-weight: 600;
        color: var(--bmac-text-quiet);
      }

      h3 span {
        font-weight: 450;
      }

      /* As large as a finger, without moving the line it stands in. */
      h3 a {
        margin: -15px -12px;
        padding: 15px 12px;
        border-radius: var(--bmac-radius);
        color: var(--bmac-accent);
        text-decoration: none;
      }

      h3 a:hover {
        text-decoration: underline;
      }

      /* The last hour. */
      .spark {
        width: 100%;
        height: 76px;
        overflow: visible;
      }

      .spark .area {
        fill: color-mix(in srgb, var(--bmac-text) 6%, transparent);
      }

      .spark .line {
        fill: none;
        stroke: var(--bmac-text-quiet);
        stroke-width: 1.75;
        stroke-linejoin: round;
        stroke-linecap: round;
        vector-effect: non-scaling-stroke;
      }

      .chart {
        position: relative;
        margin-block: 18px 4px;
      }

      .tag {
        position: absolute;
        padding: 0 3px;
        font-size: 11.5px;
        color: var(--bmac-text-quiet);
        white-space: nowrap;
      }

      .tag.max {
        translate: -50% calc(-100% - 2px);
      }

      .tag.min {
        translate: -50% 2px;
      }

      .tag.near-start {
        translate: 0 var(--down);
      }

      .tag.near-end {
        translate: -100% var(--down);
      }

      .tag.max {
        --down: calc(-100% - 2px);
      }

      .tag.min {
        --down: 2px;
      }

      .dot {
        position: absolute;
        width: 8px;
        height: 8px;
        margin: -4px;
        border-radius: 50%;
        background: var(--bmac-text);
        box-shadow: 0 0 0 2px var(--bmac-surface);
      }

      .axis {
        display: flex;
        justify-content: space-between;
        margin-top: 18px;
        font-size: 11.5px;
        color: var(--bmac-text-quiet);
      }

      /* Carbon dioxide against its bands: grey as long as nobody needs to do anything, and a word at each. */
      .bands {
        position: relative;
        display: flex;
        gap: 2px;
        height: 10px;
        margin: 14px 0 6px;
      }

      .bands i {
        border-radius: 2px;
        background: var(--bmac-line);
      }

      .bands i:first-child {
        border-radius: 5px 2px 2px 5px;
      }

      .bands i:last-of-type {
        border-radius: 2px 5px 5px 2px;
      }

      .bands .fair {
        background: color-mix(in srgb, var(--bmac-silent) 45%, var(--bmac-line));
      }

      .bands .elevated {
        background: var(--bmac-silent);
      }

      .bands .poor {
        background: var(--bmac-medium);
        box-shadow: inset 0 0 0 1.5px var(--bmac-outline);
      }

      .bands .needle {
        position: absolute;
        top: -5px;
        width: 4px;
        height: 20px;
        margin-left: -2px;
        border-radius: 2px;
        background: var(--bmac-text);
        box-shadow: 0 0 0 2px var(--bmac-surface);
      }

      .limits {
        position: relative;
        height: 34px;
        font-size: 11.5px;
        line-height: 1.35;
        color: var(--bmac-text-quiet);
      }

      .limits span {
        position: absolute;
        white-space: nowrap;
      }

      .limits .limit {
        translate: -50%;
      }

      .limits .last {
        translate: -100%;
      }

      .limits .word {
        top: 16px;
        translate: -50%;
      }

      .limits .here {
        color: var(--bmac-text);
        font-weight: 600;
      }

      /* The others. */
      ul {
        margin: 0 -8px;
        padding: 0;
        list-style: none;
      }

      li button {
        display: flex;
        align-items: center;
        gap: 10px;
        width: 100%;
        min-height: 44px;
        padding: 4px 8px;
        border: 0;
        border-radius: var(--bmac-radius);
        background: none;
        text-align: start;
      }

      li button:hover {
        background: color-mix(in srgb, var(--bmac-text) 6%, transparent);
      }

      li .icon {
        width: 18px;
        height: 18px;
        flex: none;
        color: var(--bmac-text-quiet);
      }

      li .what {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }

      li .what small {
        display: block;
        font-size: 12px;
        color: var(--bmac-text-quiet);
      }

      li .reading {
        font-weight: 600;
        white-space: nowrap;
      }

      li .reading.old {
        font-weight: 450;
        color: var(--bmac-text-quiet);
      }

      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
        margin: 0;
        font-size: 13px;
      }

      dt {
        color: var(--bmac-text-quiet);
      }

      dd {
        margin: 0;
        text-align: end;
        overflow-wrap: anywhere;
      }

      dd.mono {
        font-family: var(--bmac-font-mono);
        font-size: 12.5px;
      }

      point-control:not(:defined) {
        display: none;
      }
    `,
  ];

  private get subject(): Point | undefined {
    return this.point === null ? undefined : this.live.store.atlas?.points.get(this.point);
  }

  override render(): TemplateResult | typeof nothing {
    const point = this.subject;
    return point ? this.about(point) : this.overview();
  }

  private about(point: Point): TemplateResult {
    const { latest, quality } = this.live.store.look(point.id);
    return html`
      <header data-quality=${qualityCode(quality)} ?data-active=${!!latest.value} data-kind=${point.kind}>
        <span class="tile">${kindDrawing(point.kind)}</span>
        <div class="title">
          <h2>${quantity(point)}</h2>
          <div class="place">${this.placeOf(point)}</div>
        </div>
      </header>
      ${this.value(point, latest, quality)}
      ${this.live.store.past === null
        ? html`<point-control .point=${point} .user=${this.user} .may=${this.may} .engineer=${this.engineer}></point-control>`
        : point.commandable ? html`<section class="quiet">This is how it was. Go back to live to move it.</section>` : nothing}
      ${point.kind === 'co2' && latest.value !== null && !isAbnormal(quality) ? this.bands(latest.value) : nothing}
      ${this.live.store.past === null ? this.lastHour(point) : nothing} ${this.neighbours(point)} ${this.node(point)}
    `;
  }

  private placeOf(point: Point): string {
    const floor = point.floor === null ? undefined : this.live.store.atlas?.floors.get(point.floor);
    return [point.place, floor?.name ?? 'not placed yet'].filter(Boolean).join(' · ');
  }

  private value(point: Point, latest: Latest, quality: Quality): TemplateResult {
    const now = this.live.store.now();
    const hasValue = latest.value !== null && quality !== Quality.neverSeen;
    const text = quality === Quality.bad ? '?' : hasValue ? valueText(point, latest.value) : '—';
    const old = isAbnormal(quality);
    return html`<div class="now">
      <div class="value ${old ? 'old' : ''}">
        <span>${quality === Quality.uncertain ? '~' : ''}${text}</span>${hasValue && point.unit && quality !== Quality.bad ? html`<small>${point.unit}</small>` : nothing}
      </div>
      <div>
        <div class="state">
          ${qualityDrawing(quality)}
          <div><b>${this.stateWords(latest, quality)}</b>${latest.reason ? html`<span> · ${latest.reason}</span>` : nothing}</div>
        </div>
        ${latest.at === null ? nothing : html`<time>${timeText(latest.at, now)} · ${age(now - latest.at)} ago</time>`}
      </div>
    </div>`;
  }

  private stateWords(latest: Latest, quality: Quality): string {
    const words = qualityWords(quality);
    return quality === Quality.offline && latest.value !== null ? `${words}, last value shown` : words;
  }

  private bands(ppm: number): TemplateResult {
    const shown = CO2_BANDS.slice(0, 4);
    const here = co2Band(ppm);
    const from = (value: number) => co2Share(Math.max(value, 400));
    return html`<section>
      <h3>Air quality <span>${here.words}</span></h3>
      <div class="bands" role="img" aria-label="${numberText(ppm, 0)} ppm is ${here.words}">
        ${shown.map((band) => html`<i class=${band.code} style="flex:${from(band.to) - from(band.from)}"></i>`)}
        <span class="needle" style="left:${co2Share(ppm) * 100}%"></span>
      </div>
      <div class="limits" aria-hidden="true">
        ${shown.map((band) => html`
          <span class=${band.to === 5_000 ? 'last' : 'limit'} style="left:${from(band.to) * 100}%">${band.to}</span>
          <span class="word ${band === here ? 'here' : ''}" style="left:${((from(band.from) + from(band.to)) / 2) * 100}%">${band.words}</span>
        `)}
      </div>
    </section>`;
  }

  private lastHour(point: Point): TemplateResult {
    const { store } = this.live;
    const samples = store.recent(point.id);
    const to = store.now();
    const drawing = spark(samples, {
      from: to - HOUR, to, ...SPARK, gap: point.interval === 0 ? HOUR : gapOf(samples, point.interval),
      steps: isWord(point) || point.commandable, range: isWord(point) ? 1.4 : (RANGES[point.kind] ?? 1),
    });
    return html`<section>
      <h3>Last hour ${this.history ? html`<a href="${this.history}${point.id}">History</a>` : nothing}</h3>
      ${drawing ? this.chart(point, drawing, to) : html`<span class="quiet">Nothing came in the last hour.</span>`}
    </section>`;
  }

  private chart(point: Point, drawing: Spark, to: number): TemplateResult {
    const { width, height } = SPARK;
    const { min, max, last } = drawing;
    const tag = (kind: 'min' | 'max', [at, value]: readonly [number, number]) => {
      const x = drawing.x(at) / width;
      const edge = x < 0.12 ? 'near-start' : x > 0.88 ? 'near-end' : '';
      return html`<span class="tag ${kind} ${edge}" style="left:${x * 100}%;top:${(drawing.y(value) / height) * 100}%">${valueText(point, value)}</span>`;
    };
    return html`
      <div class="chart" role="img" aria-label="Between ${valueWithUnit(point, min[1])} and ${valueWithUnit(point, max[1])} in the last hour">
        <svg class="spark" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
          ${drawing.areas.map((path) => svg`<path class="area" d=${path} />`)}
          ${drawing.lines.map((path) => svg`<path class="line" d=${path} />`)}
        </svg>
        ${tag('max', max)} ${min[1] === max[1] ? nothing : tag('min', min)}
        <span class="dot" style="left:${(drawing.x(last[0]) / width) * 100}%;top:${(drawing.y(last[1]) / height) * 100}%"></span>
      </div>
      <div class="axis"><span>${hourMinute(to - HOUR)}</span><span>${hourMinute(to - HOUR / 2)}</span><span>${hourMinute(to)}</span></div>
    `;
  }

  private neighbours(point: Point): TemplateResult | typeof nothing {
    const others = point.zone === null ? [] : (this.live.store.atlas?.pointsIn(point.zone) ?? []).filter((other) => other.id !== point.id);
    return others.length === 0
      ? nothing
      : html`<section>
          <h3>Also in ${point.place}</h3>
          <group-control .points=${this.may && this.live.store.past === null ? (this.live.store.atlas?.pointsIn(point.zone!) ?? []) : []} .place=${point.place}></group-control>
          <ul>
            ${others.map((other) => this.row(other, ''))}
          </ul>
        </section>`;
  }

  private row(point: Point, place: string): TemplateResult {
    const { latest, quality } = this.live.store.look(point.id);
    const old = isAbnormal(quality);
    return html`<li>
      <button type="button" data-quality=${qualityCode(quality)} data-kind=${point.kind} ?data-active=${!!latest.value} @click=${() => this.choose(point.id)}>
        ${kindDrawing(point.kind)}
        <span class="what">${quantity(point)}${place ? html`<small>${place}</small>` : nothing}</span>
        <span class="reading ${old ? 'old' : ''}">${old && place ? qualityWords(quality) : this.readingText(point, latest, quality)}</span>
        ${old || quality === Quality.uncertain ? qualityDrawing(quality) : nothing}
      </button>
    </li>`;
  }

  private readingText(point: Point, latest: Latest, quality: Quality): string {
    switch (quality) {
      case Quality.good:
      case Quality.uncertain:
      case Quality.stale:
        return `${quality === Quality.uncertain ? '~' : ''}${valueWithUnit(point, latest.value)}`;
      case Quality.offline:
      case Quality.bad:
      case Quality.neverSeen:
        return qualityWords(quality);
    }
  }

  private node(point: Point): TemplateResult {
    return html`<section>
      <h3>Node</h3>
      <dl>
        <dt>UID</dt>
        <dd class="mono">${point.node ? point.node.replace(/(..)(?=.)/g, '$1:') : 'not known yet'}</dd>
        <dt>Location</dt>
        <dd>${point.location}</dd>
        <dt>Reports</dt>
        <dd>${point.interval ? `every ${age(point.interval * 1_000)}` : 'on change'}</dd>
      </dl>
    </section>`;
  }

  /** Nothing is selected: what wants to be looked at, the worst first. */
  private overview(): TemplateResult | typeof nothing {
    const { store } = this.live;
    if (!store.atlas) {
      return nothing;
    }
    if (store.freeze !== null) {
      return html`<header>
        <div class="title">
          <h2>${store.atlas.model.building || 'The building'}</h2>
          <div class="place">Nothing on this screen is of now. It comes back by itself.</div>
        </div>
      </header>`;
    }
    const all = store.atlas.model.points.filter(({ id }) => store.past === null || store.past.knows(id));
    const abnormal = all
      .filter((point) => isAbnormal(store.look(point.id).quality))
      .sort((a, b) => severity(store.look(b.id).quality) - severity(store.look(a.id).quality));
    return html`
      <header>
        <div class="title">
          <h2>${store.atlas.model.building || 'The building'}</h2>
          <div class="place">${all.length === 0 ? 'No points yet' : `${all.length - abnormal.length} of ${all.length} points ${store.past === null ? 'are' : 'were'} good`}</div>
        </div>
      </header>
      <section>
        <h3>${abnormal.length === 0 ? store.past === null ? 'Nothing needs attention' : 'Nothing needed attention' : store.past === null ? 'Not good now' : 'Not good then'} <span>${abnormal.length || ''}</span></h3>
        ${abnormal.length === 0
          ? html`<span class="quiet">Choose a marker to see its value, its last hour and its node here.</span>`
          : html`<ul>${abnormal.slice(0, 40).map((point) => this.row(point, this.placeOf(point)))}</ul>`}
      </section>
    `;
  }

  private choose(id: number): void {
    this.point = id;
    tell(this, 'point-selected', id);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watching?.release();
    this.watching = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('point')) {
      this.follow();
    }
  }

  private follow(): void {
    if (this.watching?.id !== this.point) {
      this.watching?.release();
      this.watching = this.point === null || Number.isNaN(this.point) ? null : { id: this.point, release: this.live.store.watch(this.point) };
    }
  }

  /** The subject at once; its neighbours, and the overview, at leisure. */
  private hear(ids: readonly number[]): void {
    if (this.point !== null && ids.includes(this.point)) {
      this.requestUpdate();
    } else {
      this.soon();
    }
  }

  private soon(): void {
    if (!this.due) {
      this.due = true;
      setTimeout(() => {
        this.due = false;
        this.requestUpdate();
      }, 300);
    }
  }
}

customElements.define('point-panel', PointPanel);
