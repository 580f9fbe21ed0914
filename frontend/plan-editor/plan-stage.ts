import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles } from '../floor-map/base-styles.ts';
import type { Vec } from '../floor-map/geometry.ts';
import { Gestures } from '../floor-map/gestures.ts';
import { controlIcon, kindDrawing } from '../floor-map/templates.ts';
import { LEAST_ZOOM, MOST_ZOOM, Viewport } from '../floor-map/viewport.ts';
import {
  hang, hungOf, hungOn, middleOf, move, placeOf, setZone, shifted, within, zone,
  type Drawing, type Hung, type Part, type Room, type Spot, type Storey, type Thing,
} from './drawing.ts';
import { planStageStyles } from './plan-stage-styles.ts';
import { addressOf } from './server.ts';
import { rectangle, snap, type Snapped } from './snap.ts';

/** What a press on the plan does. */
export type Tool = 'select' | 'room' | 'scale' | 'north';

export interface Chosen {
  readonly zone: string | null;
  readonly hung: ReadonlySet<Hung>;
}

export const NOTHING: Chosen = { zone: null, hung: new Set() };

/** An edit; `key` joins those that are taken back together. */
export interface Edit {
  readonly drawing: Drawing;
  readonly key?: string;
}

/** Two spots that somebody has pressed one after the other. */
export interface TwoSpots {
  readonly tool: 'scale' | 'north';
  readonly from: Spot;
  readonly to: Spot;
}

const NUDGE = 0.01;
const FINE = 0.001;
const SLACK = 5;
const ARROWS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 },
};

/**
 * One floor to draw on. Properties: what is drawn, which floor, what is chosen, the tool. Fires `edit` {@link Edit}, `choose`
 * {@link Chosen}, `room` (corners of a new one), `two-spots` {@link TwoSpots}, `tool` (the one to go on with).
 */
export class PlanStage extends LitElement {
  static override properties = {
    drawing: { attribute: false }, floor: { attribute: false }, chosen: { attribute: false }, tool: { type: String },
    things: { attribute: false }, preview: { state: true }, trail: { state: true }, hint: { state: true }, aim: { state: true },
  };

  declare drawing: Drawing;
  declare floor: Storey;
  declare chosen: Chosen;
  declare tool: Tool;
  declare things: readonly Thing[];
  /** What a hand is moving right now, in place of the drawing. */
  declare preview: Drawing | null;
  /** The corners pressed so far of what is being drawn. */
  declare trail: readonly Spot[];
  /** A rectangle that is being pulled open. */
  declare hint: readonly Spot[] | null;
  declare aim: Snapped | null;

  private gestures: Gestures | null = null;
  private viewport: Viewport | null = null;
  private readonly resizes = new ResizeObserver(() => this.resize());
  private readonly parts = new Map<string, { thing: Thing; part: Part }>();
  private readonly byId = new Map<string, Thing>();
  private frame = 0;

  constructor() {
    super();
    this.chosen = NOTHING;
    this.tool = 'select';
    this.things = [];
    this.preview = null;
    this.trail = [];
    this.hint = null;
    this.aim = null;
  }

  static override styles = [baseStyles, planStageStyles];

  private get shown(): Drawing {
    return this.preview ?? this.drawing;
  }

  private get rooms(): readonly Room[] {
    return this.shown.zones.filter((room) => room.floor === this.floor.id);
  }

  // What is drawn.

  override render(): TemplateResult {
    const { width, height, plan } = this.floor;
    const address = addressOf(plan);
    const room = zone(this.shown, this.chosen.zone);
    return html`<div class="stage" tabindex="0" role="application" aria-label="Plan of ${this.floor.name}" data-tool=${this.tool}>
      <div class="plan">
        ${address ? html`<img src=${address} alt="" draggable="false" />` : nothing}
        <svg class="rooms" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">
          ${repeat(this.rooms, (each) => each.id, (each) => this.polygon(each))} ${this.lines()}
        </svg>
        ${repeat(this.rooms, (each) => each.id, (each) => this.label(each))}
        ${repeat(hungOn(this.shown, this.floor.id), (hung) => hung, (hung) => this.mark(hung))}
        ${room && room.floor === this.floor.id && this.tool === 'select' ? this.handles(room) : nothing}
        ${this.trail.map((spot) => html`<span class="dot" style=${at(spot)}></span>`)}
        ${this.tool !== 'select' && this.aim ? html`<span class="dot aim" style=${at(this.aim.spot)}></span>` : nothing}
      </div>
      ${this.tool === 'select' ? nothing : this.pad()}
      <div class="zoom" role="group" aria-label="Zoom" @pointerdown=${stop} @dblclick=${stop}>
        <button type="button" aria-label="Zoom out" @click=${() => this.zoomBy(1 / 1.5)}>${controlIcon('minus')}</button>
        <button type="button" aria-label="Show the whole floor" @click=${() => this.fit()}>${controlIcon('fit')}</button>
        <button type="button" aria-label="Zoom in" @click=${() => this.zoomBy(1.5)}>${controlIcon('plus')}</button>
      </div>
    </div>`;
  }

  private corners(outline: readonly Spot[]): string {
    return outline.map(({ x, y }) => `${x * this.floor.width},${y * this.floor.height}`).join(' ');
  }

  private polygon(room: Room) {
    const chosen = room.id === this.chosen.zone;
    return svg`<polygon points=${this.corners(room.outline)} ?data-chosen=${chosen} data-zone=${room.id}
      @pointerdown=${(event: PointerEvent) => this.grabRoom(event, room)} />`;
  }

  private lines() {
    const { width, height } = this.floor;
    const trail = this.aim && this.trail.length > 0 ? [...this.trail, this.aim.spot] : this.trail;
    const draws = this.tool !== 'select';
    return svg`
      ${this.hint ? svg`<polygon class="new" points=${this.corners(this.hint)} />` : nothing}
      ${trail.length > 1 ? svg`<polyline class="new" points=${this.corners(trail)} />` : nothing}
      ${draws && this.aim?.x != null ? svg`<line class="guide" x1=${this.aim.x * width} x2=${this.aim.x * width} y1="0" y2=${height} />` : nothing}
      ${draws && this.aim?.y != null ? svg`<line class="guide" y1=${this.aim.y * height} y2=${this.aim.y * height} x1="0" x2=${width} />` : nothing}`;
  }

  /** The name of a room is also the button by which the keyboard chooses it. */
  private label(room: Room): TemplateResult {
    return html`<button
      type="button"
      class="room-name"
      style=${at(middleOf(room.outline))}
      aria-pressed=${room.id === this.chosen.zone}
      aria-label="Room ${room.name}"
      @pointerdown=${(event: PointerEvent) => this.grabRoom(event, room)}
      @click=${() => this.choose({ zone: room.id, hung: new Set() })}
      @keydown=${(event: KeyboardEvent) => this.nudgeRoom(event, room)}
    >
      ${room.name || 'Room without a name'}
    </button>`;
  }

  private mark(hung: Hung): TemplateResult {
    const place = placeOf(this.shown, hung)!;
    const [name, kind] = this.wordsOf(hung);
    const chosen = this.chosen.hung.has(hung);
    return html`<button
      type="button"
      class="mark"
      data-hung=${hung}
      ?data-single=${hung.startsWith('point')}
      aria-pressed=${chosen}
      aria-label="${name}, ${percent(place.x)} from the left, ${percent(place.y)} from the top"
      title=${name}
      style=${at(place)}
      @pointerdown=${(event: PointerEvent) => this.grab(event, hung)}
      @click=${(event: MouseEvent) => event.detail === 0 && this.toggle(hung, event.shiftKey || event.ctrlKey || event.metaKey)}
      @keydown=${(event: KeyboardEvent) => this.nudge(event, hung)}
    >
      ${kindDrawing(kind)}<span class="mark-name">${name}</span>
    </button>`;
  }

  private wordsOf(hung: Hung): readonly [string, string] {
    const [kind, id] = hung.split(':') as [string, string];
    if (kind === 'node') {
      const thing = this.byId.get(id);
      return [thing?.name ?? 'a node that is gone', thing?.points[0]?.kind ?? ''];
    }
    const found = this.parts.get(id);
    return found ? [`${found.part.label} of ${found.thing.name}`, found.part.kind] : ['a point that is gone', ''];
  }

  private handles(room: Room): TemplateResult[] {
    return room.outline.flatMap((corner, i) => {
      const next = room.outline[(i + 1) % room.outline.length]!;
      const half = { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 };
      return [
        html`<button type="button" class="corner" style=${at(corner)} aria-label="Corner ${i + 1} of ${room.name}, ${percent(corner.x)}, ${percent(corner.y)}"
          @pointerdown=${(event: PointerEvent) => this.grabCorner(event, room, i)}
          @keydown=${(event: KeyboardEvent) => this.nudgeCorner(event, room, i)}></button>`,
        html`<button type="button" class="corner half" style=${at(half)} tabindex="-1" aria-label="New corner after corner ${i + 1}"
          @pointerdown=${(event: PointerEvent) => this.grabCorner(event, withCorner(room, i + 1, half), i + 1)}></button>`,
      ];
    });
  }

  /** Lies over everything while something is drawn. */
  private pad(): TemplateResult {
    return html`<div class="pad" @pointerdown=${(event: PointerEvent) => this.press(event)}
      @pointermove=${(event: PointerEvent) => (this.aim = this.aimAt(event))}
      @pointerleave=${() => (this.aim = null)}></div>`;
  }

  // Drawing.

  private spotAt(event: { clientX: number; clientY: number }): Spot {
    const box = this.plan.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  }

  private aimAt(event: PointerEvent, but: Room | null = null): Snapped {
    const spot = within(this.spotAt(event));
    if (event.altKey || this.tool === 'north') {
      return { spot, x: null, y: null };
    }
    const outlines = this.rooms.filter((room) => room.id !== but?.id).map((room) => room.outline);
    return snap(spot, this.trail.length > 0 ? [...outlines, this.trail] : outlines, this.viewport!.size);
  }

  private press(down: PointerEvent): void {
    if (down.button !== 0) {
      return;
    }
    down.preventDefault();
    down.stopPropagation();
    this.stage.focus({ preventScroll: true });
    const from = this.aimAt(down).spot;
    if (this.tool !== 'room') {
      this.addSpot(from);
      return;
    }
    this.follow(down, (event, far) => {
      this.aim = this.aimAt(event);
      if (far && this.trail.length === 0) {
        this.hint = rectangle(from, this.aim.spot);
      }
    }, (event) => {
      const outline = this.hint;
      this.hint = null;
      if (outline) {
        this.finish(outline);
      } else {
        this.addCorner(event ? this.aimAt(event).spot : from);
      }
    });
  }

  private addCorner(spot: Spot): void {
    const [first] = this.trail;
    const { size } = this.viewport!;
    const closes = first && this.trail.length > 2 && Math.hypot((spot.x - first.x) * size.w, (spot.y - first.y) * size.h) < 12;
    if (closes) {
      this.finish(this.trail);
    } else {
      this.trail = [...this.trail, spot];
    }
  }

  private finish(outline: readonly Spot[]): void {
    this.trail = [];
    this.hint = null;
    this.dispatchEvent(new CustomEvent('room', { detail: outline }));
  }

  private addSpot(spot: Spot): void {
    const [from] = this.trail;
    if (from) {
      this.trail = [];
      this.dispatchEvent(new CustomEvent<TwoSpots>('two-spots', { detail: { tool: this.tool as 'scale' | 'north', from, to: spot } }));
    } else {
      this.trail = [spot];
    }
  }

  private key(event: KeyboardEvent): void {
    if (this.tool === 'select') {
      if (event.key === 'Escape' && event.target === this.stage) {
        this.choose(NOTHING);
      }
      return;
    }
    const many = this.tool === 'room' && this.trail.length > 2;
    if (event.key === 'Escape') {
      this.trail.length > 0 ? (this.trail = []) : this.dispatchEvent(new CustomEvent('tool', { detail: 'select' }));
    } else if (event.key === 'Backspace') {
      this.trail = this.trail.slice(0, -1);
    } else if (event.key === 'Enter' && many) {
      this.finish(this.trail);
    } else if (event.key === 'Enter' && this.tool === 'room' && this.trail.length === 0) {
      this.finish(this.middle());
    } else {
      return;
    }
    event.preventDefault();
  }

  /** A room for those who draw without a pointer: in the middle of what is seen. */
  private middle(): Spot[] {
    const { x, y } = this.centre();
    return rectangle(within({ x: x - 0.1, y: y - 0.1 }), within({ x: x + 0.1, y: y + 0.1 })) ?? [];
  }

  /** What is in the middle of what is seen. */
  centre(): Spot {
    const viewport = this.viewport;
    if (!viewport) {
      return { x: 0.5, y: 0.5 };
    }
    const { size, view } = viewport;
    return within({ x: (view.w / 2 - viewport.x) / size.w, y: (view.h / 2 - viewport.y) / size.h });
  }

  /** Where on the plan this spot of the screen is; null when it is not on it. */
  under(event: { clientX: number; clientY: number }): Spot | null {
    const view = this.stage.getBoundingClientRect();
    const seen = event.clientX >= view.left && event.clientX <= view.right && event.clientY >= view.top && event.clientY <= view.bottom;
    const spot = this.spotAt(event);
    return seen && spot.x >= 0 && spot.x <= 1 && spot.y >= 0 && spot.y <= 1 ? spot : null;
  }

  /** Moves the focus to what hangs there. */
  focusOn(hung: Hung): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-hung="${hung}"]`)?.focus({ preventScroll: true });
  }

  // Choosing and moving.

  private choose(chosen: Chosen): void {
    this.dispatchEvent(new CustomEvent<Chosen>('choose', { detail: chosen }));
  }

  private toggle(hung: Hung, more: boolean): ReadonlySet<Hung> {
    const all = new Set(more ? this.chosen.hung : []);
    if (more && all.has(hung)) {
      all.delete(hung);
    } else {
      all.add(hung);
    }
    this.choose({ zone: null, hung: all });
    return all;
  }

  private edit(drawing: Drawing, key?: string): void {
    this.dispatchEvent(new CustomEvent<Edit>('edit', { detail: key === undefined ? { drawing } : { drawing, key } }));
  }

  private grab(down: PointerEvent, hung: Hung): void {
    if (down.button !== 0 || this.tool !== 'select') {
      return;
    }
    down.stopPropagation();
    const more = down.shiftKey || down.ctrlKey || down.metaKey;
    const some = !more && this.chosen.hung.has(hung) ? this.chosen.hung : this.toggle(hung, more);
    const start = this.spotAt(down);
    this.follow(down, (event, far) => {
      if (far && some.has(hung)) {
        const here = this.spotAt(event);
        this.preview = move(this.drawing, some, { x: here.x - start.x, y: here.y - start.y });
      }
    }, () => this.settle());
  }

  private grabRoom(down: PointerEvent, room: Room): void {
    if (down.button !== 0 || this.tool !== 'select') {
      return;
    }
    if (room.id !== this.chosen.zone) {
      this.chooseUnlessPanned(down, room);
      return;
    }
    down.stopPropagation();
    const start = this.spotAt(down);
    this.follow(down, (event, far) => {
      if (far) {
        const here = this.spotAt(event);
        this.preview = setZone(this.drawing, { ...room, outline: shifted(room.outline, { x: here.x - start.x, y: here.y - start.y }) });
      }
    }, () => this.settle());
  }

  /** The first press chooses; only a chosen room is moved, so that a hand that moves the plan takes no room along. */
  private chooseUnlessPanned(down: PointerEvent, room: Room): void {
    this.follow(down, () => {}, (event, far) => {
      if (event && !far) {
        this.choose({ zone: room.id, hung: new Set() });
      }
    });
  }

  private grabCorner(down: PointerEvent, room: Room, index: number): void {
    if (down.button !== 0) {
      return;
    }
    down.stopPropagation();
    this.follow(down, (event, far) => {
      if (far) {
        const aim = this.aimAt(event, room);
        this.preview = setZone(this.drawing, { ...room, outline: room.outline.with(index, aim.spot) });
      }
    }, () => this.settle());
  }

  private settle(): void {
    const { preview } = this;
    this.preview = null;
    if (preview && preview !== this.drawing) {
      this.edit(preview);
    }
  }

  /** Until the finger or button is up; `far` once it has moved more than a tremble. */
  private follow(down: PointerEvent, moved: (event: PointerEvent, far: boolean) => void, done: (event: PointerEvent | null, far: boolean) => void): void {
    const stopping = new AbortController();
    let far = false;
    const options = { signal: stopping.signal };
    const mine = (event: PointerEvent) => event.pointerId === down.pointerId;
    window.addEventListener('pointermove', (event) => {
      if (mine(event)) {
        far ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLACK;
        moved(event, far);
      }
    }, options);
    const end = (event: PointerEvent) => {
      if (mine(event)) {
        stopping.abort();
        done(event.type === 'pointerup' ? event : null, far);
      }
    };
    window.addEventListener('pointerup', end, options);
    window.addEventListener('pointercancel', end, options);
  }

  // The keyboard.

  private nudge(event: KeyboardEvent, hung: Hung): void {
    const some = this.chosen.hung.has(hung) ? this.chosen.hung : new Set([hung]);
    const step = stepOf(event);
    if (step) {
      this.edit(move(this.drawing, some, step));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.edit([...some].reduce((now, each) => hang(now, each, null), this.drawing));
      this.choose(NOTHING);
      this.stage.focus({ preventScroll: true });
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private nudgeRoom(event: KeyboardEvent, room: Room): void {
    const step = stepOf(event);
    if (step) {
      this.edit(setZone(this.drawing, { ...room, outline: shifted(room.outline, step) }));
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Delete') {
      this.edit({ ...this.drawing, zones: this.drawing.zones.filter((other) => other.id !== room.id) });
      this.choose(NOTHING);
    }
  }

  private nudgeCorner(event: KeyboardEvent, room: Room, index: number): void {
    const step = stepOf(event);
    const corner = room.outline[index]!;
    if (step) {
      const outline = room.outline.with(index, within({ x: corner.x + step.x, y: corner.y + step.y }));
      this.edit(setZone(this.drawing, { ...room, outline }));
    } else if (event.key === 'Delete' && room.outline.length > 3) {
      this.edit(setZone(this.drawing, { ...room, outline: room.outline.toSpliced(index, 1) }));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  // Life, and moving the plan.

  private get stage(): HTMLElement {
    return this.renderRoot.querySelector('.stage')!;
  }

  private get plan(): HTMLElement {
    return this.renderRoot.querySelector('.plan')!;
  }

  override firstUpdated(): void {
    this.listen();
    this.addEventListener('keydown', (event) => this.key(event));
    this.stage.addEventListener('pointerdown', (event) => event.target === this.stage || (event.target as Element).closest('.plan') ? this.chooseNothing(event) : undefined);
  }

  private chooseNothing(down: PointerEvent): void {
    if ((down.target as Element).closest('button, polygon') === null) {
      this.follow(down, () => {}, (event, far) => event && !far && this.choose(NOTHING));
    }
  }

  private listen(): void {
    this.gestures = new Gestures(this.stage, this.hands());
    this.resizes.observe(this.stage);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.gestures === null && this.hasUpdated) {
      this.listen();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gestures?.release();
    this.gestures = null;
    this.resizes.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('things')) {
      this.byId.clear();
      this.parts.clear();
      for (const thing of this.things) {
        this.byId.set(thing.id, thing);
        thing.points.forEach((part) => this.parts.set(part.id, { thing, part }));
      }
    }
    if (changed.has('tool')) {
      this.trail = [];
      this.hint = null;
      this.aim = null;
    }
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('floor') as Storey | undefined;
    if (changed.has('floor') && (before?.id !== this.floor.id || before.width !== this.floor.width || before.height !== this.floor.height)) {
      this.viewport = null;
      this.resize();
    }
  }

  private resize(): void {
    const { clientWidth: w, clientHeight: h } = this.stage;
    if (w > 0 && h > 0) {
      const plan = { w: this.floor.width, h: this.floor.height };
      this.viewport = this.viewport?.resized({ w, h }) ?? Viewport.fit({ w, h }, plan, w < 600 ? 10 : 20);
      this.place();
    }
  }

  private hands() {
    const stage = this;
    return {
      panned: (by: Vec) => this.moveTo(this.viewport?.panned(by)),
      zoomed: (factor: number, at: Vec) => this.moveTo(this.viewport?.zoomedTo(this.viewport.zoom * factor, at)),
      dived: (at: Vec) => this.tool === 'select' && this.moveTo(this.viewport?.zoomedTo(this.viewport.zoom >= MOST_ZOOM ? 1 : this.viewport.zoom * 2, at)),
      rested: () => {},
      get grabs() {
        return !(stage.viewport?.fitted ?? true);
      },
      zooms: (factor: number) => {
        const zoom = this.viewport?.zoom ?? 1;
        return factor > 1 ? zoom < MOST_ZOOM : zoom > LEAST_ZOOM;
      },
    };
  }

  private zoomBy(factor: number): void {
    const viewport = this.viewport;
    this.moveTo(viewport?.zoomedTo(viewport.zoom * factor, { x: viewport.view.w / 2, y: viewport.view.h / 2 }));
  }

  private fit(): void {
    const viewport = this.viewport;
    this.moveTo(viewport && Viewport.fit(viewport.view, viewport.plan, viewport.margin));
  }

  private moveTo(viewport: Viewport | undefined | null): void {
    if (viewport) {
      this.viewport = viewport;
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0;
        this.place();
      });
    }
  }

  private place(): void {
    const { viewport } = this;
    if (viewport) {
      const { w, h } = viewport.size;
      Object.assign(this.plan.style, { width: `${w}px`, height: `${h}px`, transform: `translate(${viewport.x}px, ${viewport.y}px)` });
      this.stage.toggleAttribute('data-grabs', !viewport.fitted);
    }
  }
}

function stop(event: Event): void {
  event.stopPropagation();
}

function at(spot: Spot): string {
  return `left:${spot.x * 100}%;top:${spot.y * 100}%`;
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(1)} %`;
}

function stepOf(event: KeyboardEvent): Spot | null {
  const way = ARROWS[event.key];
  const by = event.shiftKey ? FINE : NUDGE;
  return way && !event.altKey && !event.ctrlKey && !event.metaKey ? { x: way.x * by, y: way.y * by } : null;
}

function withCorner(room: Room, index: number, spot: Spot): Room {
  return { ...room, outline: room.outline.toSpliced(index, 0, spot) };
}

/** How a node is named in what is chosen. */
export function nodeHung(id: string): Hung {
  return hungOf('node', id);
}

customElements.define('plan-stage', PlanStage);
