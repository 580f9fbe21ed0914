import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { bucketsOf, isGap, within, type Answer, type Bucket } from './answer.ts';
import { coloursOf, type Colours } from './colours.ts';
import { csv, fileName } from './csv.ts';
import { gaps, indexAt, shifted, summary } from './curve.ts';
import { fetchWindow, troubleText, type Fetched } from './fetching.ts';
import { historyChartStyles } from './history-chart-styles.ts';
import { historyTable, type Told } from './history-table.ts';
import { legend, marksAt, type Mark } from './marks.ts';
import { picture, save } from './picture.ts';
import { AXIS, Plot } from './plot.ts';
import { before, chosen, isLive, moved, pace, query, RANGES, same, USUAL, zoomed, type Extent, type Window } from './window.ts';
import { extentText, momentText, nameOf, numberText, resolution, shareText, told, valueText, type Series } from './words.ts';
import { Zone } from './zone.ts';

const RETRY = 5_000;
const NONE: readonly Bucket[] = [];
const NO_MARKS: readonly Mark[] = [];

/** What one series has to draw. */
interface Known {
  readonly buckets: readonly Bucket[];
  readonly shadow: readonly Bucket[];
  readonly width: number;
  readonly marks: readonly Mark[];
}

/**
 * Charts of the past, one above the other. Properties `series`, `window` and `zone`; all are set
 * as a whole. It fetches what it draws, again for every window, and as long as the window ends now. Fires `window-changed`
 * with the new window, and `series-removed` {key}.
 */
export class HistoryChart extends LitElement {
  static override properties = {
    series: { attribute: false }, window: { attribute: false }, zone: {},
    known: { state: true }, cursor: { state: true }, compare: { state: true }, asTable: { state: true },
    trouble: { state: true }, loading: { state: true }, colours: { state: true },
  };

  declare series: readonly Series[];
  declare window: Window;
  declare zone: string;
  declare known: ReadonlyMap<string, Known>;
  declare cursor: number | null;
  declare compare: boolean;
  declare asTable: boolean;
  declare trouble: string;
  declare loading: boolean;
  declare colours: Colours | null;

  private readonly plots = new Map<string, Plot>();
  private extent: Extent | null = null;
  private now = Date.now();
  private place = new Zone();
  private asking: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly looks = new MutationObserver(() => this.look());
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly relook = () => this.look();
  private readonly wake = () => !document.hidden && this.isConnected && (isLive(this.window) || this.trouble !== '') && void this.load();

  constructor() {
    super();
    this.series = [];
    this.window = USUAL;
    this.zone = '';
    this.known = new Map();
    this.cursor = null;
    this.compare = false;
    this.asTable = false;
    this.trouble = '';
    this.loading = false;
    this.colours = null;
  }

  static override styles = historyChartStyles;

  override connectedCallback(): void {
    super.connectedCallback();
    this.looks.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style'] });
    this.scheme.addEventListener('change', this.relook);
    document.addEventListener('visibilitychange', this.wake);
    if (this.hasUpdated) {
      void this.load();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.looks.disconnect();
    this.scheme.removeEventListener('change', this.relook);
    document.removeEventListener('visibilitychange', this.wake);
    clearTimeout(this.timer);
    this.asking?.abort();
    this.plots.forEach((plot) => plot.end());
    this.plots.clear();
  }

  private look(): void {
    this.colours = coloursOf(this);
  }

  override render(): TemplateResult {
    const { series, asTable } = this;
    return html`
      ${this.bar()}
      ${this.trouble ? html`<p class="trouble" role="alert">${this.trouble}</p>` : nothing}
      ${this.status()}
      <p id="help" class="for-screen-readers">Arrow keys move the cursor, plus and minus zoom, 0 goes back. The table says the same.</p>
      <div class="charts ${series.length > 1 ? 'stacked' : ''} ${this.loading ? 'waiting' : ''}" style="--count:${series.length}" ?hidden=${asTable}>
        ${repeat(series, (one) => one.key, (one) => this.figure(one))}
      </div>
      ${asTable ? historyTable(this.drawn(), this.width(), this.place) : nothing}
    `;
  }

  private bar(): TemplateResult {
    const { window } = this;
    return html`<div class="bar">
      <div class="group ranges" role="group" aria-label="Time">
        ${RANGES.map((range) => html`<button type="button" aria-pressed=${same(window, range.window)} aria-label=${range.words} @click=${() => this.choose(range.window)}>${range.label}</button>`)}
      </div>
      <div class="group" role="group" aria-label="Move and zoom">
        <button type="button" aria-label="Earlier" title="Earlier" @click=${() => this.move(-0.5)}>‹</button>
        <button type="button" aria-label="Later" title="Later" ?disabled=${isLive(window)} @click=${() => this.move(0.5)}>›</button>
        <button type="button" aria-label="Zoom in" title="Zoom in (+)" @click=${() => this.zoom(2)}>+</button>
        <button type="button" aria-label="Zoom out" title="Zoom out (−)" @click=${() => this.zoom(0.5)}>−</button>
        <button type="button" ?hidden=${RANGES.some((range) => same(window, range.window))} @click=${() => this.reset()}>Reset</button>
      </div>
      <div class="group tools" role="group" aria-label="Show and save">
        <button type="button" aria-pressed=${this.compare} @click=${() => this.toggleCompare()}>Compare</button>
        <button type="button" aria-pressed=${this.asTable} @click=${() => (this.asTable = !this.asTable)}>Table</button>
        <button type="button" aria-label="Save as PNG" ?disabled=${this.asTable || !this.extent} @click=${() => void this.savePicture()}>PNG</button>
        <button type="button" aria-label="Save as CSV" ?disabled=${!this.extent} @click=${() => this.saveCsv()}>CSV</button>
      </div>
    </div>`;
  }

  private status(): TemplateResult {
    const { extent, place, window } = this;
    const words = !extent ? '' : extentText(extent.from, extent.to, place);
    const earlier = extent && this.compare ? before(extent) : null;
    return html`<p class="status" role="status">
      ${extent ? html`<b>${words}</b><span>${place.words(extent.to)}</span>` : html`<span>${this.trouble ? '' : 'Loading…'}</span>`}
      ${extent && isLive(window) ? html`<span>live</span>` : nothing}
      ${earlier ? html`<span>dashed: ${extentText(earlier.from, earlier.to, place)}</span>` : nothing}
    </p>`;
  }

  private figure(series: Series): TemplateResult {
    const known = this.known.get(series.key);
    const buckets = known?.buckets ?? NONE;
    const found = summary(buckets);
    const broken = gaps(buckets);
    return html`<figure data-key=${series.key} data-buckets=${buckets.length} data-gaps=${broken.length} data-width=${known?.width ?? 0}
        data-from=${this.extent?.from ?? ''} data-to=${this.extent?.to ?? ''} data-last=${found.last} data-shadow=${known?.shadow.filter((bucket) => !isGap(bucket)).length ?? 0}>
      <figcaption>
        <h2 id="name-${series.key}">${this.series.every(({ place }) => place === series.place) && this.series.length > 1 ? series.label : nameOf(series)}</h2>
        <span class="note">${known ? this.note(series, known) : ''}</span>
        <span class="numbers">${Number.isFinite(found.increase)
          ? html`<b>+${numberText(found.increase, series.decimals)}</b> in this time · now <b>${numberText(found.last, series.decimals)}</b>`
          : Number.isFinite(found.mean) && series.words.length === 0
          ? html`least <b>${numberText(found.min, series.decimals)}</b> · mean <b>${numberText(found.mean, series.decimals)}</b> · most <b>${numberText(found.max, series.decimals)}</b>`
          : Number.isFinite(found.mean) ? valueText(series, found.mean) : nothing}</span>
        ${this.series.length > 1 ? html`<button type="button" class="remove" aria-label="Remove ${nameOf(series)}" @click=${() => this.tell('series-removed', { key: series.key })}>✕</button>` : nothing}
      </figcaption>
      <p class="for-screen-readers">${known ? told(series, found) : ''}</p>
      ${this.plotOf(series, buckets, known !== undefined)}
    </figure>`;
  }

  private note(series: Series, known: Known): string {
    const words = resolution(known.buckets, known.width, series.steps);
    return [words, series.unit, words === 'single readings' ? '' : 'shaded: least to most', legend(known.marks)].filter(Boolean).join(' · ');
  }

  private plotOf(series: Series, buckets: readonly Bucket[], loaded: boolean): TemplateResult {
    const at = this.cursor === null ? null : buckets[indexAt(buckets, this.cursor)];
    const empty = loaded && buckets.every(isGap);
    return html`<div class="plot" data-key=${series.key} tabindex="0" role="slider" aria-label="${nameOf(series)}, cursor" aria-describedby="help"
        aria-valuemin=${this.extent?.from ?? 0} aria-valuemax=${this.extent?.to ?? 0} aria-valuenow=${this.cursor ?? this.extent?.to ?? 0}
        aria-valuetext=${at ? this.spoken(series, at) : 'no moment chosen'}
        @keydown=${(event: KeyboardEvent) => this.press(event)} @pointerleave=${() => (this.cursor = null)}>
      <canvas aria-hidden="true"></canvas>
      ${empty ? this.nothingHere() : nothing}
      ${at && !empty ? this.tip(series, at) : nothing}
    </div>`;
  }

  private nothingHere(): TemplateResult {
    return this.window.kind === 'all'
      ? html`<div class="words"><b>Nothing kept yet</b><span>As soon as the point reports, it is drawn here.</span></div>`
      : html`<div class="words"><b>No data in this time</b><span>Choose a longer time, or All for everything that is kept.</span></div>`;
  }

  private spoken(series: Series, bucket: Bucket): string {
    return `${momentText(bucket.from, bucket.to - bucket.from, this.place)}, ${isGap(bucket) ? 'no data' : valueText(series, bucket.mean)}`;
  }

  private tip(series: Series, bucket: Bucket): TemplateResult {
    const length = bucket.to - bucket.from;
    const marks = marksAt(this.known.get(series.key)?.marks ?? NO_MARKS, this.cursor ?? 0, length);
    const other = this.known.get(series.key)?.shadow ?? NONE;
    const earlier = other.length > 0 ? other[indexAt(other, bucket.from)] : undefined;
    return html`<div class="tip">
      <b>${isGap(bucket) ? 'no data' : valueText(series, bucket.mean)}</b>
      ${!isGap(bucket) && bucket.min !== bucket.max && series.words.length === 0 ? html`<span>${numberText(bucket.min, series.decimals)} to ${valueText(series, bucket.max)}</span>` : nothing}
      ${bucket.increase > 0 ? html`<span>+${numberText(bucket.increase, series.decimals)}</span>` : nothing}
      <span>${momentText(bucket.from, length, this.place)}</span>
      ${earlier && !isGap(earlier) ? html`<span>the period before: ${valueText(series, earlier.mean)}</span>` : nothing}
      <span>coverage ${shareText(bucket.coverage)}${bucket.count > 0 ? ` · ${bucket.count} ${bucket.count === 1 ? 'reading' : 'readings'}` : ''}</span>
      ${marks.map((mark) => html`<span>${mark.words}</span>`)}
    </div>`;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('zone')) {
      this.place = new Zone(this.zone);
    }
    this.window ??= USUAL;
    this.series ??= [];
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.colours === null) {
      this.look();
      void this.load();
      return;
    }
    this.keepPlots();
    this.drawAll();
    this.placeTips();
    if (changed.has('series') || changed.has('window') || changed.has('compare')) {
      void this.load();
    }
  }

  private keepPlots(): void {
    const there = new Set(this.series.map(({ key }) => key));
    this.plots.forEach((plot, key) => {
      if (!there.has(key) || !plot.canvas.isConnected) {
        plot.end();
        this.plots.delete(key);
      }
    });
    for (const box of this.renderRoot.querySelectorAll<HTMLElement>('.plot')) {
      const key = box.dataset['key']!;
      if (!this.plots.has(key)) {
        this.plots.set(key, new Plot(box.querySelector('canvas')!, {
          pointed: (at) => (this.cursor = at),
          zoomed: ({ from, to }) => this.choose(chosen(from, to, this.now)),
        }));
      }
    }
  }

  private drawAll(): void {
    const { extent, colours } = this;
    if (!extent || !colours) {
      return;
    }
    for (const series of this.series) {
      const known = this.known.get(series.key);
      const plot = this.plots.get(series.key);
      if (known && plot) {
        plot.draw({ series, buckets: known.buckets, shadow: known.shadow, marks: known.marks, extent, zone: this.place, colours });
        plot.point(this.cursor);
      }
    }
  }

  /** Beside the cursor, on the side where there is room. */
  private placeTips(): void {
    for (const tip of this.renderRoot.querySelectorAll<HTMLElement>('.tip')) {
      const box = tip.parentElement!;
      const plot = this.plots.get(box.dataset['key']!);
      const x = plot && this.cursor !== null ? plot.pixel(this.cursor) : 0;
      const right = x + 14 + tip.offsetWidth <= box.clientWidth;
      tip.style.transform = `translateX(${Math.max(0, right ? x + 14 : x - 14 - tip.offsetWidth)}px)`;
    }
  }

  /** How wide the time is in pixels, before anything is drawn as well. */
  private pixels(): number {
    const drawn = Math.max(0, ...[...this.plots.values()].map((plot) => plot.width));
    const box = this.renderRoot.querySelector<HTMLElement>('.plot')?.clientWidth ?? this.clientWidth;
    return drawn || Math.max(240, box - AXIS);
  }

  private async load(): Promise<void> {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.series.length === 0) {
      this.known = new Map();
      return;
    }
    const asking = new AbortController();
    this.asking = asking;
    this.loading = this.known.size === 0 || this.series.some(({ key }) => !this.known.has(key));
    try {
      await this.ask(asking.signal);
    } catch (error) {
      if (!asking.signal.aborted) {
        throw error;
      }
    }
  }

  private async ask(signal: AbortSignal): Promise<void> {
    const { series, window } = this;
    const pixels = this.pixels();
    const sources = (question: string) => Promise.all(series.map(({ source }) => fetchWindow(source, question, signal)));
    const fetched = window.kind === 'between' || series.length === 1
      ? await sources(query(window, pixels))
      : await this.inStep(window, pixels, sources, signal);
    const answers = answersOf(fetched);
    if (answers.length === 0) {
      this.fail(fetched);
      return;
    }
    const extent = window.kind === 'between' ? { from: window.from, to: window.to } : extentOf(fetched);
    const shadows = this.compare ? await sources(query({ kind: 'between', ...before(extent) }, pixels)) : [];
    const by = extent.to - extent.from;
    this.known = new Map(series.flatMap(({ key }, i) => {
      const one = fetched[i]!;
      const shadow = shadows[i];
      return one.kind === 'answer'
        ? [[key, { buckets: within(extent, bucketsOf(one.answer)), width: one.answer.width, marks: one.answer.marks ?? NO_MARKS, shadow: shadow?.kind === 'answer' ? shifted(bucketsOf(shadow.answer), by) : NONE }] as const]
        : [];
    }));
    this.extent = extent;
    this.now = Math.max(...answers.map(({ now }) => now));
    this.loading = false;
    this.sayTrouble(fetched);
    this.goOn(isLive(window) ? pace(this.width()) : retry(fetched));
  }

  /** All over the very same time, so that their buckets are the same: each would end at a now of its own. */
  private async inStep(window: Window, pixels: number, sources: (question: string) => Promise<Fetched[]>, signal: AbortSignal): Promise<Fetched[]> {
    const question = query(window, pixels);
    const asked = window.kind === 'all' ? await sources(question) : [await fetchWindow(this.series[0]!.source, question, signal)];
    return answersOf(asked).length === 0 ? sources(question) : sources(query({ kind: 'between', ...extentOf(asked) }, pixels));
  }

  private sayTrouble(fetched: readonly Fetched[]): void {
    const bad = fetched.find((one) => one.kind !== 'answer');
    this.trouble = bad ? troubleText(bad) : '';
  }

  private fail(fetched: readonly Fetched[]): void {
    this.loading = false;
    this.sayTrouble(fetched);
    this.goOn(retry(fetched));
  }

  private goOn(after: number | null): void {
    if (after !== null) {
      this.timer = setTimeout(() => !document.hidden && void this.load(), after);
    }
  }

  private width(): number {
    return Math.max(1, ...[...this.known.values()].map(({ width }) => width));
  }

  private drawn(): Told[] {
    return this.series.flatMap((series) => {
      const known = this.known.get(series.key);
      return known ? [{ series, buckets: known.buckets, marks: known.marks }] : [];
    });
  }

  private choose(window: Window): void {
    if (!same(window, this.window)) {
      this.window = window;
      this.tell('window-changed', { from: 0, to: 0, span: 0, ...window });
    }
  }

  private zoom(factor: number): void {
    if (this.extent) {
      const { from, to } = this.extent;
      this.choose(zoomed(this.extent, factor, this.cursor ?? (isLive(this.window) && factor > 1 ? to : (from + to) / 2), this.now));
    }
  }

  private move(share: number): void {
    if (this.extent) {
      this.choose(moved(this.extent, share, this.now));
    }
  }

  private reset(): void {
    this.cursor = null;
    this.choose(USUAL);
  }

  private toggleCompare(): void {
    this.compare = !this.compare;
  }

  private press(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -20, PageUp: 20 };
    const step = steps[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (step !== undefined) {
      this.step(event.shiftKey ? step * 10 : step);
    } else if (event.key === 'Home' || event.key === 'End') {
      this.step(event.key === 'Home' ? -Infinity : Infinity);
    } else if (event.key === '+' || event.key === '=') {
      this.zoom(2);
    } else if (event.key === '-' || event.key === '−') {
      this.zoom(0.5);
    } else if (event.key === '0') {
      this.reset();
    } else if (event.key === 'Escape' && this.cursor !== null) {
      this.cursor = null;
    } else {
      return;
    }
    event.preventDefault();
  }

  /** From bucket to bucket; in from the end. */
  private step(by: number): void {
    const buckets = this.drawn()[0]?.buckets ?? NONE;
    if (buckets.length > 0) {
      const now = this.cursor === null ? buckets.length - (by < 0 ? 0 : 1) : indexAt(buckets, this.cursor);
      const bucket = buckets[Math.min(buckets.length - 1, Math.max(0, now + by))]!;
      this.cursor = (bucket.from + bucket.to) / 2;
    }
  }

  private saveCsv(): void {
    const drawn = this.drawn();
    save(fileName(drawn, this.extent!.from, this.place, 'csv'), new Blob([csv(drawn, this.place)], { type: 'text/csv;charset=utf-8' }));
  }

  private async savePicture(): Promise<void> {
    const { extent, colours, place } = this;
    const panels = this.drawn().map(({ series }) => ({
      title: nameOf(series), note: this.note(series, this.known.get(series.key)!), canvas: this.plots.get(series.key)!.canvas,
    }));
    const foot = `${extentText(extent!.from, extent!.to, place)}, ${place.words(extent!.to)}`;
    save(fileName(this.drawn(), extent!.from, place, 'png'), await picture(panels, foot, colours!));
  }

  private tell(what: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}

function answersOf(fetched: readonly Fetched[]): Answer[] {
  return fetched.flatMap((one) => (one.kind === 'answer' ? [one.answer] : []));
}

/** When to ask again, in milliseconds; null where that would not help. */
function retry(fetched: readonly Fetched[]): number | null {
  return fetched.some(({ kind }) => kind === 'unreachable') ? RETRY : null;
}

/** All that was answered; a moment where nothing was. */
function extentOf(fetched: readonly Fetched[]): Extent {
  const answers = answersOf(fetched);
  return answers.length === 0 ? { from: 0, to: 1 } : { from: Math.min(...answers.map(({ from }) => from)), to: Math.max(...answers.map(({ to }) => to)) };
}

customElements.define('history-chart', HistoryChart);
