import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import './kiosk-bar.ts';
import './map-filter.ts';
import './map-veil.ts';
import './time-bar.ts';
import { baseStyles, qualityIconStyles } from './base-styles.ts';
import { floorMapStyles } from './floor-map-styles.ts';
import type { Box, Size, Vec } from './geometry.ts';
import { drawHeat, gradient, probes, SCALES, type Scale } from './heat.ts';
import { Gestures } from './gestures.ts';
import { LastHour } from './last-hour.ts';
import { EVERYTHING, type Filter } from './map-filter.ts';
import { MapLayer } from './map-layer.ts';
import { markerStyles } from './marker-styles.ts';
import { canvasMeasure, metricsFor, type Metrics } from './metrics.ts';
import { layersOf, type Floor, type Point } from './model.ts';
import { NEVER_SEEN } from './protocol.ts';
import { isAbnormal, QUALITIES, Quality, qualityWords } from './quality.ts';
import { Rotation } from './rotation.ts';
import { StoreController } from './store-controller.ts';
import { summarise, tally, type Look } from './summary.ts';
import { controlIcon, qualityDrawing, tell } from './templates.ts';
import { LEAST_ZOOM, MOST_ZOOM, Viewport } from './viewport.ts';

const SUMMARY_PACE = 400;

/**
 * The live plan of one floor at a time; what has slot="tools" stands beside the floors. Attributes: `floor`, `selected` (ids), `kiosk`. Fires point-selected, zone-selected
 * and floor-selected with `{id}`.
 */
export class FloorMap extends LitElement {
  static override properties = {
    floor: { type: Number, reflect: true },
    selected: { type: Number, reflect: true },
    kiosk: { type: Boolean, reflect: true },
    setup: { type: String },
    whole: { type: String },
    filter: { state: true },
    travelling: { state: true },
    heat: { state: true },
  };

  declare floor: number | null;
  declare selected: number | null;
  declare kiosk: boolean;
  /** Where a building without floors is set up, for who may; null for everybody else. */
  declare setup: string | null;
  declare whole: string | null;
  declare filter: Filter;
  /** Whether it shows what was. */
  declare private travelling: boolean;
  /** What is laid over the plan; null for nothing. */
  declare heat: Scale | null;

  private readonly live = new StoreController(this, {
    model: () => this.learnModel(),
    state: () => this.requestUpdate(),
    points: (ids) => this.hear(ids),
    control: (ids) => this.layer.update(ids),
    recent: (id) => this.layer.update([id]),
    tick: () => this.tick(),
  });
  private readonly layer: MapLayer;
  private readonly coarse = matchMedia('(pointer: coarse)');
  private readonly resizes = new ResizeObserver(() => this.resize());
  private readonly lastHour = new LastHour(() => this.drawHeat());
  private readonly rotation = new Rotation(Date.now());
  private gestures: Gestures | null = null;
  private viewport: Viewport | null = null;
  private built: Floor | null = null;
  private summaryDue: ReturnType<typeof setTimeout> | undefined;
  private settleDue: ReturnType<typeof setTimeout> | undefined;
  private frameDue = 0;
  private settled = { w: 0, h: 0 };
  private flight = 0;
  private squeezed = false;

  constructor() {
    super();
    this.floor = null;
    this.selected = null;
    this.kiosk = false;
    this.setup = null;
    this.whole = null;
    this.filter = EVERYTHING;
    this.travelling = false;
    this.heat = null;
    this.layer = new MapLayer(this.live.store, canvasMeasure(), this.metrics, {
      point: (id) => this.choosePoint(id),
      zone: (id) => tell(this, 'zone-selected', id),
      cluster: (part) => this.flyTo(this.viewport!.showing(part)),
      reveal: (box) => this.reveal(box),
    });
  }

  static override styles = [baseStyles, qualityIconStyles, markerStyles, floorMapStyles];

  private get metrics(): Metrics {
    return metricsFor(this.kiosk, this.coarse.matches);
  }

  private get floors(): readonly Floor[] {
    return this.live.store.atlas?.model.floors ?? [];
  }

  private get current(): Floor | null {
    return this.floors.find((floor) => floor.id === this.floor) ?? this.floors[0] ?? null;
  }

  private get stage(): HTMLElement {
    return this.renderRoot.querySelector('.stage')!;
  }

  private get plan(): HTMLElement {
    return this.renderRoot.querySelector('.plan')!;
  }

  // What is around the plan.

  override render(): TemplateResult {
    return html`
      ${this.kiosk || this.floors.length === 0 ? nothing : this.toolbar()}
      <div class="area" ?data-frozen=${this.live.store.freeze !== null} ?data-past=${this.live.store.past !== null} ?data-heat=${this.heat !== null}>
        <map-veil ?kiosk=${this.kiosk}></map-veil>
        <div class="stage">
          <div class="plan">${this.picture()}${this.heat ? html`<canvas class="heat"></canvas>` : nothing}${this.layer.outlines}</div>
          ${this.layer.marks} ${this.empty()}
        </div>
      </div>
      ${this.travelling && this.current ? html`<time-bar .floor=${this.current.id} @live=${() => (this.travelling = false)}></time-bar>` : nothing}
      ${this.kiosk ? html`<kiosk-bar .floor=${this.current?.id ?? null}></kiosk-bar>` : this.current ? this.footer(this.current) : nothing}
    `;
  }

  private toolbar(): TemplateResult {
    const { atlas } = this.live.store;
    return html`<div class="toolbar">
      <div class="ahead">
        <div class="tabs" role="tablist" aria-label="Floors" @keydown=${(event: KeyboardEvent) => this.walkTabs(event)}>
          ${this.floors.map((floor) => this.tab(floor))}
        </div>
        ${this.live.store.past === null ? html`<slot name="tools"></slot>` : nothing}
      </div>
      ${atlas && atlas.model.points.length > 0
        ? html`<map-filter
            .layers=${layersOf(atlas.model)}
            .filter=${this.filter}
            @filter-changed=${(event: CustomEvent<Filter>) => (this.filter = event.detail)}
          ></map-filter>`
        : nothing}
    </div>`;
  }

  private tab(floor: Floor): TemplateResult {
    const { atlas } = this.live.store;
    const summary = summarise(atlas?.pointsOn(floor.id) ?? [], (id) => this.live.store.look(id));
    const here = floor === this.current;
    const count = this.live.store.freeze === null && this.live.store.past === null ? summary.abnormal : 0;
    return html`<button
      type="button"
      role="tab"
      aria-selected=${here}
      tabindex=${here ? 0 : -1}
      data-floor=${floor.id}
      @click=${() => this.chooseFloor(floor.id)}
    >
      ${floor.name}${count > 0
        ? html`<span class="count" title="${count} not good">${count}<span class="for-screen-readers"> not good</span></span>`
        : nothing}
    </button>`;
  }

  private picture(): TemplateResult | typeof nothing {
    const plan = this.current?.plan;
    return plan ? html`<img src=${plan} alt="" draggable="false" />` : nothing;
  }

  private footer(floor: Floor): TemplateResult {
    return html`<div class="footer">
      <div class="legend">${this.legend(floor)}</div>
      ${this.heatChoice(floor)}
      <button type="button" class="history" aria-label="History" title="Show the floor as it was" aria-pressed=${this.travelling} @click=${() => (this.travelling = !this.travelling)}>
        ${controlIcon('history')}<span>History</span>
      </button>
      <div class="zoom" role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom out" title="Zoom out" @click=${() => this.zoomBy(1 / 1.5)}>${controlIcon('minus')}</button>
        <button type="button" aria-label="Show the whole floor" title="Show the whole floor" @click=${() => this.fit()}>${controlIcon('fit')}</button>
        <button type="button" aria-label="Zoom in" title="Zoom in" @click=${() => this.zoomBy(1.5)}>${controlIcon('plus')}</button>
      </div>
    </div>`;
  }

  private heatChoice(floor: Floor): TemplateResult {
    const choose = (event: Event) => (this.heat = SCALES.find(({ kind }) => kind === (event.target as HTMLSelectElement).value) ?? null);
    return html`
      ${this.heat ? this.heatLegend(floor, this.heat) : nothing}
      <select class="heat-choice" aria-label="Heat map" @change=${choose}>
        <option value="">No heat map</option>
        ${SCALES.map((scale) => html`<option value=${scale.kind} ?selected=${scale === this.heat}>${scale.label}</option>`)}
      </select>
    `;
  }

  private heatLegend(floor: Floor, scale: Scale): TemplateResult {
    const sensors = floor.zones.reduce((sum, zone) => sum + this.probesOf(floor, zone.id, scale).length, 0);
    return html`<div class="heat-legend">
      <div class="bar" style="background:${gradient(scale)}"></div>
      <div class="ends"><span>${scale.kind === 'motion' ? '' : '≤ '}${scale.from}</span><span>${scale.kind === 'motion' ? '' : '≥ '}${scale.to} ${scale.unit}</span></div>
      <div class="between">estimated between ${sensors} ${sensors === 1 ? 'sensor' : 'sensors'}</div>
    </div>`;
  }

  private probesOf(floor: Floor, zone: number, scale: Scale) {
    const { store } = this.live;
    return probes(store.atlas?.pointsIn(zone) ?? [], scale.kind, floor, scale.kind === 'motion' ? this.occupancy(floor) : (id) => store.look(id));
  }

  /** As a look at the minutes of the hour before what is shown. */
  private occupancy(floor: Floor): Look {
    const { store } = this.live;
    const past = store.past ?? this.lastHour.of(floor.id, store.serverNow());
    return (id) => {
      const value = past?.minutesActive(id) ?? null;
      return { latest: { ...NEVER_SEEN, value }, quality: value === null ? Quality.neverSeen : Quality.good };
    };
  }

  private drawHeat(): void {
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>('.heat');
    const floor = this.current;
    if (canvas && floor && this.heat) {
      const scale = this.heat;
      canvas.width = 960;
      canvas.height = Math.round((960 * floor.height) / floor.width);
      drawHeat(canvas.getContext('2d')!, floor, floor.zones, (zone) => this.probesOf(floor, zone, scale), scale);
    }
  }

  private legend(floor: Floor): TemplateResult[] {
    const counts = tally(this.live.store.atlas?.pointsOn(floor.id) ?? [], (id) => this.live.store.look(id));
    return QUALITIES.filter((quality) => counts.has(quality)).map(
      (quality) => html`<span class="key">${qualityDrawing(quality)}<b>${counts.get(quality)}</b> ${qualityWords(quality)}</span>`,
    );
  }

  private emptyWords(): readonly [string, string] | null {
    const { atlas, connection, freeze } = this.live.store;
    if (!atlas) {
      return freeze !== null || connection !== 'connecting' ? ['', ''] : ['Connecting…', 'Fetching the building from the server.'];
    }
    if (this.floors.length === 0) {
      return ['This building has no floors yet', this.setup
        ? 'Load up a plan, draw the rooms, and hang the nodes where they are.'
        : 'An engineer adds a floor and its plan; points of nodes that already report wait under “Unplaced”.'];
    }
    const points = this.current ? atlas.pointsOn(this.current.id) : [];
    if (points.length === 0) {
      return ['Nothing reports on this floor yet', 'Place nodes here, and give each its location and modules on its page under “Nodes”; its points appear when it reports.'];
    }
    if (!points.some((point) => this.isShown(point))) {
      return this.filter.onlyAbnormal
        ? ['Everything is as it should be here', 'No point of this floor is stale, offline, bad or without data.']
        : ['Nothing of this kind on this floor', 'Choose another layer.'];
    }
    return null;
  }

  private empty(): TemplateResult | typeof nothing {
    const words = this.emptyWords();
    return words?.[0]
      ? html`<div class="empty" role="status"><div><span class="empty-icon">${controlIcon('floors')}</span><b>${words[0]}</b><span>${words[1]}</span>${this.setup && this.floors.length === 0 && this.live.store.atlas ? html`<a class="setup" href=${this.setup}>Set up the building</a>${this.whole ? html`<a class="whole" href=${this.whole}>Bring a building file</a>` : nothing}` : nothing}</div></div>`
      : nothing;
  }

  // Life.

  override firstUpdated(): void {
    this.gestures = new Gestures(this.stage, this.hands());
    this.resizes.observe(this.stage);
    this.applyMetrics();
    void document.fonts.ready.then(() => this.layer.rearrange());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.gestures === null && this.hasUpdated) {
      this.gestures = new Gestures(this.stage, this.hands());
      this.resizes.observe(this.stage);
    }
    this.coarse.addEventListener('change', this.applyMetrics);
    for (const type of ['pointerdown', 'keydown', 'wheel'] as const) {
      this.addEventListener(type, this.touched, { passive: true });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gestures?.release();
    this.lastHour.release();
    this.gestures = null;
    this.resizes.disconnect();
    this.coarse.removeEventListener('change', this.applyMetrics);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('kiosk')) {
      this.applyMetrics();
    }
    if (this.current !== this.built) {
      this.build();
    }
    if (changed.has('floor')) {
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    if (this.heat && (changed.has('heat') || changed.has('floor'))) {
      this.drawHeat();
    }
    if (changed.has('filter')) {
      this.layer.filter((point) => this.isShown(point));
    }
    if (changed.has('selected')) {
      this.showSelected();
    }
  }

  private build(): void {
    this.built = this.current;
    this.viewport = null;
    if (this.built) {
      this.layer.build(this.built);
      this.layer.select(this.selected);
      this.resize();
    }
  }

  private readonly applyMetrics = (): void => {
    const { metrics } = this;
    for (const density of ['full', 'compact', 'dense'] as const) {
      const cell = metrics.cell[density];
      for (const name of ['icon', 'value', 'unit', 'note', 'before', 'gap'] as const) {
        this.style.setProperty(`--${density}-${name}`, `${cell[name]}px`);
      }
    }
    this.style.setProperty('--label-name', `${metrics.label.name}px`);
    this.style.setProperty('--label-means', `${metrics.label.means}px`);
    this.style.setProperty('--chip-text', `${metrics.chip.text}px`);
    this.style.setProperty('--corner', `${metrics.label.name + 6}px`);
    this.layer.measureWith(metrics);
  };

  private isShown(point: Point): boolean {
    const { layers, onlyAbnormal } = this.filter;
    const inLayer = layers.size === 0 || layers.has(point.layer.toLowerCase());
    return inLayer && (!onlyAbnormal || isAbnormal(this.live.store.look(point.id).quality) || point.id === this.selected);
  }

  // What the store says.

  private learnModel(): void {
    this.built = null;
    this.requestUpdate();
  }

  /** In the task in which the message came: the markers at once, what is counted from them soon. */
  private hear(ids: readonly number[]): void {
    this.layer.update(ids);
    if (this.summaryDue === undefined) {
      this.summaryDue = setTimeout(() => {
        this.summaryDue = undefined;
        this.layer.summarise();
        this.drawHeat();
        if (this.filter.onlyAbnormal) {
          this.layer.rearrange();
        }
        this.requestUpdate();
      }, SUMMARY_PACE);
    }
  }

  private tick(): void {
    this.layer.tick();
    if (this.kiosk) {
      const floor = this.rotation.turn(this.floors.map((each) => each.id), this.current?.id ?? null, Date.now());
      if (floor !== null && floor !== this.current?.id) {
        this.chooseFloor(floor);
      }
    }
  }

  // What people do.

  private readonly touched = (): void => this.rotation.touched(Date.now());

  private chooseFloor(id: number): void {
    if (id !== this.current?.id) {
      this.floor = id;
      tell(this, 'floor-selected', id);
    }
  }

  private walkTabs(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = this.floors.findIndex((floor) => floor === this.current);
    const next = step === undefined ? undefined : this.floors[at + step];
    if (next) {
      event.preventDefault();
      this.chooseFloor(next.id);
      this.renderRoot.querySelector<HTMLElement>(`[data-floor="${next.id}"]`)?.focus();
    }
  }

  private choosePoint(id: number): void {
    if (!this.kiosk) {
      this.selected = id;
      tell(this, 'point-selected', id);
    }
  }

  private showSelected(): void {
    const point = this.selected === null ? undefined : this.live.store.atlas?.points.get(this.selected);
    if (point && point.floor !== null && point.floor !== this.current?.id && this.floors.some((floor) => floor.id === point.floor)) {
      this.floor = point.floor;
    }
    this.layer.select(this.selected);
  }

  private hands() {
    const map = this;
    return {
      panned: (by: Vec) => this.moveTo(this.viewport?.panned(by)),
      zoomed: (factor: number, at: Vec) => this.moveTo(this.viewport?.zoomedTo(this.viewport.zoom * factor, at)),
      dived: (at: Vec) => this.flyTo(this.viewport?.zoomedTo(this.viewport.zoom >= MOST_ZOOM ? 1 : this.viewport.zoom * 2, at)),
      rested: () => this.settleSoon(),
      get grabs() {
        return map.kiosk || !(map.viewport?.fitted ?? true);
      },
      zooms: (factor: number) => {
        const zoom = this.viewport?.zoom ?? 1;
        return factor > 1 ? zoom < MOST_ZOOM : zoom > LEAST_ZOOM;
      },
    };
  }

  private zoomBy(factor: number): void {
    const viewport = this.viewport;
    if (viewport) {
      this.flyTo(viewport.zoomedTo(viewport.zoom * factor, { x: viewport.view.w / 2, y: viewport.view.h / 2 }));
    }
  }

  private fit(): void {
    const viewport = this.viewport;
    if (viewport) {
      this.flyTo(Viewport.fit(viewport.view, viewport.plan, viewport.margin));
    }
  }

  private reveal(box: Box): void {
    if (this.viewport) {
      this.flyTo(this.viewport.revealing(box));
    }
  }

  // Moving the plan.

  private resize(): void {
    const floor = this.built;
    const { clientWidth: w, clientHeight: h } = this.stage;
    if (floor && w > 0 && h > 0) {
      const margin = this.kiosk ? 24 : w < 600 ? 10 : 20;
      this.flight++;
      this.viewport = this.fitInto({ w, h }) ?? Viewport.fit({ w, h }, { w: floor.width, h: floor.height }, margin);
      this.settle();
      this.layer.revealSelected();
    }
  }

  /** A sheet that opens for the selected point takes room from below: the plan keeps its size meanwhile, and fits again after. */
  private fitInto(view: Size): Viewport | undefined {
    const before = this.viewport;
    if (before?.fitted && this.selected !== null && view.h < 0.8 * before.view.h) {
      this.squeezed = true;
      return before.keptIn(view);
    }
    if (before && this.squeezed && view.h > before.view.h) {
      this.squeezed = false;
      return Viewport.fit(view, before.plan, before.margin);
    }
    return before?.resized(view);
  }

  /** Now, but not more often than the screen is drawn. */
  private moveTo(viewport: Viewport | undefined): void {
    if (viewport) {
      this.viewport = viewport;
      this.frameDue ||= requestAnimationFrame(() => {
        this.frameDue = 0;
        this.place(true);
      });
    }
  }

  /** In a short glide, or at once for those who want no motion. */
  private flyTo(target: Viewport | undefined): void {
    const from = this.viewport;
    if (!from || !target) {
      return;
    }
    const flight = ++this.flight;
    const start = performance.now();
    const length = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 200;
    const step = (now: number) => {
      if (flight !== this.flight) {
        return;
      }
      const share = Math.min(1, Math.max(0, (now - start) / length));
      const eased = 1 - (1 - share) ** 3;
      this.viewport = share === 1 ? target : between(from, target, eased);
      this.place(share < 1);
      if (share < 1) {
        requestAnimationFrame(step);
      } else {
        this.settle();
      }
    };
    requestAnimationFrame(step);
  }

  /** While it moves the picture is only stretched; when it rests it is drawn anew in its size. */
  private place(moving = false): void {
    const viewport = this.viewport;
    if (viewport) {
      const { size } = viewport;
      this.plan.style.transform = `translate(${viewport.x}px, ${viewport.y}px) scale(${size.w / (this.settled.w || size.w)})`;
      this.stage.toggleAttribute('data-moving', moving);
      if (moving) {
        this.layer.drag(viewport);
      } else {
        this.layer.place(viewport);
      }
      this.stage.toggleAttribute('data-grabs', !viewport.fitted || this.kiosk);
    }
  }

  private settleSoon(): void {
    clearTimeout(this.settleDue);
    this.settleDue = setTimeout(() => this.settle(), 120);
  }

  private settle(): void {
    if (this.viewport) {
      this.settled = this.viewport.size;
      this.plan.style.width = `${this.settled.w}px`;
      this.plan.style.height = `${this.settled.h}px`;
      this.place();
    }
  }
}

function between(from: Viewport, to: Viewport, share: number): Viewport {
  const mix = (a: number, b: number) => a + (b - a) * share;
  const zoomed = from.zoomedTo(mix(from.zoom, to.zoom), { x: 0, y: 0 });
  return zoomed.panned({ x: mix(from.x, to.x) - zoomed.x, y: mix(from.y, to.y) - zoomed.y });
}

customElements.define('floor-map', FloorMap);
