import { boundsOf, centre, type Box, type Size } from './geometry.ts';
import { arrange, opened, type Arrangement, type Card, type Chip, type Entry, type Sizes } from './layout.ts';
import { IDLE } from './control.ts';
import type { LiveStore } from './live-store.ts';
import { MapSizes } from './map-sizes.ts';
import { outlineIn, ZoneLabel, ZoneWords } from './map-zones.ts';
import { Marker, shapeSvg, span, type Showing } from './marker.ts';
import type { Measure, Metrics } from './metrics.ts';
import { kindRank, type Floor, type Point } from './model.ts';
import { isAbnormal, worst } from './quality.ts';
import type { Viewport } from './viewport.ts';

/** How many times as long as the last arrangement took nothing is arranged anew, unless somebody moves the map. */
const REST = 4;

/** What the layer tells of what people do on it. */
export interface LayerEvents {
  point(id: number): void;
  zone(id: number): void;
  /** A chip that stands for several zones wants to be looked at closely. */
  cluster(part: Box): void;
  /** A marker got the focus and may be out of sight; its box in pixels of the plan. */
  reveal(box: Box): void;
}

interface Placed {
  readonly marker: Marker;
  box: Box | null;
  room: number;
}

/**
 * Everything that lies on the plan of one floor: outlines, names, cards with their markers, chips. Built once per floor
 * and then only moved and rewritten where something changed, by hand and not by a template: this is what keeps hundreds of
 * markers at the pace of the screen. Buttons never change their parent, so the focus survives every new arrangement.
 */
export class MapLayer {
  readonly marks = document.createElement('div');
  readonly outlines = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  private readonly store: LiveStore;
  private readonly measure: Measure;
  private readonly words: ZoneWords;
  private readonly events: LayerEvents;
  private metrics: Metrics;
  private floor: Floor | null = null;
  private viewport: Viewport | null = null;
  private arrangement: Arrangement | null = null;
  private readonly placed = new Map<number, Placed>();
  private readonly labels = new Map<number, ZoneLabel>();
  private readonly groups = new Map<number | null, HTMLElement>();
  private plates: HTMLElement[] = [];
  private chips: HTMLButtonElement[] = [];
  private shown: (point: Point) => boolean = () => true;
  private open: number | null = null;
  private selected: number | null = null;
  private waiting = false;
  private arrangedAt = 0;
  private arrangingTook = 0;

  constructor(store: LiveStore, measure: Measure, metrics: Metrics, events: LayerEvents) {
    this.store = store;
    this.measure = measure;
    this.words = new ZoneWords(store, (point) => this.placed.has(point.id) && this.shown(point));
    this.metrics = metrics;
    this.events = events;
    this.marks.className = 'marks';
    this.outlines.classList.add('outlines');
    this.outlines.setAttribute('preserveAspectRatio', 'none');
    this.outlines.setAttribute('aria-hidden', 'true');
    this.marks.addEventListener('click', (event) => this.clicked(event.target as Element));
    this.marks.addEventListener('focusin', (event) => this.focused(event.target as Element));
    this.marks.addEventListener('pointerover', (event) => this.hovered(event.target as Element));
    this.marks.addEventListener('keydown', (event) => this.pressed(event));
    this.outlines.addEventListener('click', (event) => this.clickedOutline(event.target as Element));
  }

  /** Builds the floor anew. */
  build(floor: Floor): void {
    this.floor = floor;
    this.clear();
    this.outlines.setAttribute('viewBox', `0 0 ${floor.width} ${floor.height}`);
    const points = this.store.atlas?.pointsOn(floor.id).filter((point) => point.x !== null && point.y !== null) ?? [];
    for (const zone of floor.zones) {
      const label = new ZoneLabel(zone, floor);
      this.labels.set(zone.id, label);
      this.outlines.append(label.polygon);
      this.group(zone.id, zone.name).append(label.button);
    }
    for (const point of points) {
      const home = this.labels.has(point.zone ?? -1) ? point.zone : null;
      const marker = new Marker(point);
      this.placed.set(point.id, { marker, box: null, room: 0 });
      this.group(home, 'Outside all zones').append(marker.button);
    }
    this.refresh();
  }

  private clear(): void {
    this.placed.clear();
    this.labels.clear();
    this.groups.clear();
    this.plates = [];
    this.chips = [];
    this.open = null;
    this.arrangement = null;
    this.marks.replaceChildren();
    this.outlines.replaceChildren();
  }

  private group(zone: number | null, name: string): HTMLElement {
    let group = this.groups.get(zone);
    if (!group) {
      group = document.createElement('div');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', name);
      this.groups.set(zone, group);
      this.marks.append(group);
    }
    return group;
  }

  /** Shows the latest of every marker: after building, and when everything may look different. */
  refresh(): void {
    this.update([...this.placed.keys()]);
  }

  /** Shows the latest of these points, now. */
  update(ids: readonly number[]): void {
    let stir = false;
    for (const id of ids) {
      const placed = this.placed.get(id);
      if (placed) {
        stir = placed.marker.show(this.showing(id)) || placed.marker.length > placed.room || stir;
      }
    }
    if (stir) {
      this.rearrange();
    }
  }

  /** Brings the ages of what can be seen up to date. */
  tick(): void {
    for (const [id, { marker, box }] of this.placed) {
      if (box && this.isInView(box)) {
        marker.show(this.showing(id));
      }
    }
  }

  /** Brings names and chips up to date. */
  summarise(): void {
    for (const [id, label] of this.labels) {
      const collapsed = this.arrangement?.chips.some((chip) => !chip.rest && chip.zones.includes(id)) ?? false;
      label.show(this.words.summary(id), collapsed ? '' : this.words.secondLine(id));
    }
    this.arrangement?.chips.forEach((chip, i) => this.writeChip(this.chips[i]!, chip));
  }

  private showing(id: number): Showing {
    const { latest, quality } = this.store.look(id);
    return { latest, quality, trend: this.store.trend(id), control: this.store.past === null ? this.store.controls.of(id) : IDLE, now: this.store.now() };
  }

  private isInView(box: Box): boolean {
    const viewport = this.viewport;
    return (
      viewport !== null &&
      box.x + box.w + viewport.x > 0 && box.x + viewport.x < viewport.view.w &&
      box.y + box.h + viewport.y > 0 && box.y + viewport.y < viewport.view.h
    );
  }

  filter(shown: (point: Point) => boolean): void {
    this.shown = shown;
    this.rearrange();
  }

  /** Other sizes: a kiosk, fingers, fonts that have come. */
  measureWith(metrics: Metrics): void {
    this.metrics = metrics;
    this.rearrange();
  }

  select(point: number | null): void {
    const before = this.selected;
    this.selected = point;
    for (const id of [before, point]) {
      const button = id === null ? undefined : this.placed.get(id)?.marker.button;
      button?.toggleAttribute('data-selected', id === point);
      button?.setAttribute('aria-pressed', String(id === point));
    }
    if (point !== null && point !== before) {
      this.disclose(point);
    }
  }

  /** Opens the chip that the point hides in, and lets the map bring it into view. */
  private disclose(point: number): void {
    const zone = this.chipZoneOf(point);
    if (zone !== null) {
      this.openZone(zone);
    }
    this.reveal(point);
  }

  /** Asks the map to bring the selected marker back into view, when the view has changed. */
  revealSelected(): void {
    if (this.selected !== null) {
      this.reveal(this.selected);
    }
  }

  private reveal(point: number): void {
    const box = this.placed.get(point)?.box;
    if (box) {
      this.events.reveal(box);
    }
  }

  private chipZoneOf(point: number): number | null {
    const chip = this.arrangement?.chips.find((candidate) => candidate.ids.includes(point));
    return chip ? (this.placed.get(point)?.marker.point.zone ?? null) : null;
  }

  openZone(zone: number | null): void {
    if (zone !== this.open) {
      this.open = zone;
      this.arrangeNow();
    }
  }

  get opened(): number | null {
    return this.open;
  }

  /** Moves everything to where the viewport says. */
  place(viewport: Viewport): void {
    const same = this.viewport?.scale === viewport.scale && this.viewport.plan === viewport.plan;
    this.viewport = viewport;
    this.stretch(1);
    if (!same) {
      this.arrangeNow();
    } else if (this.open !== null) {
      this.rearrange();
    }
  }

  /**
   * Moves everything along while hands are on the map: as one picture, stretched, which costs next to nothing. When it has
   * been stretched too far it is arranged anew on the way.
   */
  drag(viewport: Viewport): void {
    const factor = viewport.scale / (this.viewport?.scale ?? viewport.scale);
    if (factor < 0.7 || factor > 1.4) {
      this.place(viewport);
    } else {
      this.stretch(factor, viewport);
    }
  }

  private stretch(factor: number, { x, y }: { x: number; y: number } = this.viewport!): void {
    const scale = factor === 1 ? '' : ` scale(${factor})`;
    this.marks.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)${scale}`;
  }

  /** Soon, once, however often it is asked for, and so seldom that it takes a fifth of the time at most. */
  rearrange(): void {
    if (!this.waiting) {
      this.waiting = true;
      const soon = () => requestAnimationFrame(() => this.waiting && this.arrangeNow());
      const rest = this.arrangedAt + REST * this.arrangingTook - performance.now();
      if (rest > 0) {
        setTimeout(soon, rest);
      } else {
        soon();
      }
    }
  }

  private arrangeNow(): void {
    this.waiting = false;
    const began = performance.now();
    this.arrange();
    this.arrangedAt = performance.now();
    this.arrangingTook = this.arrangedAt - began;
  }

  private arrange(): void {
    const { floor, viewport } = this;
    if (!floor || !viewport) {
      return;
    }
    const size = viewport.size;
    const areas = floor.zones.map((zone) => ({ id: zone.id, outline: outlineIn(zone, size) }));
    const entries = this.entries(size);
    const sizes = new MapSizes(this.store, this.measure, this.metrics, this.words);
    this.arrangement = arrange(areas, entries, size, sizes);
    const floating = this.openedCard(entries, sizes);
    const covered = floating[0]?.zone;
    const cards = [...this.arrangement.cards.filter((card) => covered === undefined || card.zone !== covered), ...floating];
    this.putLabels();
    this.putCards(cards);
    this.putChips(this.arrangement.chips);
    this.summarise();
  }

  private entries(size: Size): Entry[] {
    return [...this.placed.values()]
      .map(({ marker }) => marker.point)
      .filter((point) => this.shown(point))
      .map((point) => ({
        id: point.id, zone: point.zone, weight: this.weight(point),
        x: (point.x ?? 0) * size.w, y: (point.y ?? 0) * size.h,
      }));
  }

  /** What is selected or abnormal is hidden last, then it goes by rank. */
  private weight(point: Point): number {
    const first = point.id === this.selected ? 200 : isAbnormal(this.store.look(point.id).quality) ? 100 : 0;
    return first - kindRank(point.kind);
  }

  private openedCard(entries: readonly Entry[], sizes: Sizes): Card[] {
    const chip = this.arrangement?.chips.find((candidate) => this.open !== null && candidate.zones.includes(this.open));
    const mine = entries.filter((entry) => entry.zone === this.open);
    if (!chip || !this.viewport || mine.length === 0) {
      this.open = null;
      return [];
    }
    const { view, x, y } = this.viewport;
    const edge = this.metrics.gap;
    const inView = { x: edge - x, y: edge - y, w: view.w - 2 * edge, h: view.h - 2 * edge };
    const lying = this.arrangement?.cards.find((card) => card.zone === this.open);
    return [opened(mine, centre(lying?.box ?? chip.box), inView, sizes)];
  }

  private putLabels(): void {
    for (const [id, label] of this.labels) {
      const found = this.arrangement?.labels.get(id);
      label.button.hidden = !found;
      if (found) {
        label.short = found.short;
        move(label.button, found.box);
      }
    }
  }

  private putCards(cards: readonly Card[]): void {
    const lone = new Set([...this.placed.keys()]);
    cards.forEach((card, i) => {
      this.putPlate(i, card);
      const floating = card.zone !== null && card.zone === this.open;
      for (const cell of card.cells) {
        lone.delete(cell.id);
        const placed = this.placed.get(cell.id)!;
        const box = { x: card.box.x + cell.x, y: card.box.y + cell.y, w: cell.w, h: cell.h };
        placed.box = box;
        placed.room = placed.marker.length;
        const { button } = placed.marker;
        move(button, box);
        setClass(button, [
          'cell', card.density, cell.x > 0 && 'right', cell.y > 0 && 'below', card.cells.length === 1 && 'alone', floating && 'floating',
        ]);
      }
    });
    this.plates.splice(cards.length).forEach((plate) => plate.remove());
    this.hide(lone);
  }

  /** What is filtered away is gone; what a chip stands for can still be reached with the keyboard and by ear. */
  private hide(ids: ReadonlySet<number>): void {
    const inChips = new Set(this.arrangement?.chips.flatMap((chip) => chip.ids));
    for (const [id, placed] of this.placed) {
      placed.marker.button.hidden = ids.has(id) && !inChips.has(id);
      if (ids.has(id)) {
        placed.box = null;
        setClass(placed.marker.button, ['cell', 'away']);
      }
    }
  }

  private putPlate(index: number, card: Card): void {
    let plate = this.plates[index];
    if (!plate) {
      plate = span('plate');
      this.plates.push(plate);
      this.marks.prepend(plate);
    }
    move(plate, card.box);
    setClass(plate, ['plate', card.cells.length === 1 && 'alone', card.zone !== null && card.zone === this.open && 'floating']);
  }

  private putChips(chips: readonly Chip[]): void {
    this.chips.splice(chips.length).forEach((button) => button.remove());
    chips.forEach((chip, i) => {
      const button = this.chips[i] ?? this.newChip();
      const group = this.groups.get(chip.zones[0]!);
      if (group && button.parentElement !== group) {
        group.insertBefore(button, group.children[1] ?? null);
      }
      button.dataset['chip'] = String(i);
      const card = chip.rest ? this.arrangement?.cards.find((candidate) => candidate.zone === chip.zones[0]) : undefined;
      button.toggleAttribute('data-rest', chip.rest);
      button.toggleAttribute('data-right', card !== undefined && chip.box.x > card.box.x + 1);
      move(button, chip.box);
    });
  }

  private newChip(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'chip';
    this.chips.push(button);
    return button;
  }

  private writeChip(button: HTMLButtonElement, chip: Chip): void {
    const looks = chip.ids.map((id) => this.store.look(id).quality);
    const state = worst(looks);
    const mark = isAbnormal(state) && !chip.rest ? shapeSvg(state) : '';
    const text = this.chipText(chip);
    const key = `${mark}${text}`;
    if (button.dataset['key'] !== key) {
      button.dataset['key'] = key;
      button.innerHTML = mark;
      button.append(span('chip-text', text));
    }
    const bad = looks.filter(isAbnormal).length;
    const places = chip.zones.map((zone) => this.labels.get(zone)?.zone.name).join(', ');
    const spoken = `${places}: ${chip.ids.length} ${chip.rest ? 'more ' : ''}points${bad > 0 ? `, ${bad} not good` : ''}, show`;
    if (button.getAttribute('aria-label') !== spoken) {
      button.setAttribute('aria-label', spoken);
    }
    button.setAttribute('aria-expanded', String(this.open !== null && chip.zones.includes(this.open)));
  }

  private chipText(chip: Chip): string {
    if (chip.rest) {
      return `+${chip.ids.length}`;
    }
    return chip.zones.length > 1 ? `+${chip.ids.length}` : this.words.chip(chip.zones[0]!)[chip.words]!;
  }

  private clicked(target: Element): void {
    const button = target.closest<HTMLElement>('button');
    if (!button) {
      return;
    }
    const { point, zone, chip } = button.dataset;
    if (point !== undefined) {
      this.events.point(Number(point));
    } else if (zone !== undefined) {
      this.events.zone(Number(zone));
    } else if (chip !== undefined) {
      this.clickedChip(this.arrangement!.chips[Number(chip)]!);
    }
  }

  private clickedChip(chip: Chip): void {
    if (chip.zones.length === 1) {
      const zone = chip.zones[0]!;
      this.openZone(this.open === zone ? null : zone);
    } else if (this.floor) {
      const all = this.floor.zones.filter((zone) => chip.zones.includes(zone.id));
      this.events.cluster(boundsOf(all.flatMap((zone) => outlineIn(zone, { w: 1, h: 1 }))));
    }
  }

  private clickedOutline(target: Element): void {
    const zone = (target as SVGElement).dataset['zone'];
    if (zone !== undefined) {
      this.events.zone(Number(zone));
    }
  }

  private focused(target: Element): void {
    const id = Number((target as HTMLElement).dataset['point'] ?? NaN);
    const placed = this.placed.get(id);
    if (placed && target.matches(':focus-visible')) {
      this.disclose(id);
    }
  }

  private hovered(target: Element): void {
    const button = target.closest<HTMLElement>('.cell');
    const id = Number(button?.dataset['point'] ?? NaN);
    this.placed.get(id)?.marker.explain(this.showing(id));
  }

  private pressed(event: KeyboardEvent): void {
    const ways: Record<string, readonly [number, number]> = {
      ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
    };
    const way = ways[event.key];
    if (way) {
      event.preventDefault();
      this.step(event.target as HTMLElement, way);
    } else if (event.key === 'Escape' && this.open !== null) {
      event.stopPropagation();
      this.openZone(null);
    }
  }

  /** To the nearest marker or chip that way; what lies aside counts three times. */
  private step(from: HTMLElement, [dx, dy]: readonly [number, number]): void {
    const spots = [...this.marks.querySelectorAll<HTMLElement>(':is(.cell, .chip):not([hidden], .away)')]
      .map((button) => ({ button, at: middleOf(button) }));
    const here = middleOf(from);
    let best: HTMLElement | null = null;
    let least = Infinity;
    for (const { button, at } of spots) {
      const along = (at.x - here.x) * dx + (at.y - here.y) * dy;
      const aside = Math.abs((at.x - here.x) * dy) + Math.abs((at.y - here.y) * dx);
      const cost = along + 3 * aside;
      if (button !== from && along > 1 && cost < least) {
        least = cost;
        best = button;
      }
    }
    best?.focus({ preventScroll: true });
  }
}

function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/**
 * Writes only what is new: a style that is set is a style that is computed again. By left and top and not by a transform:
 * every transform is a picture of its own to the browser, and hundreds of them cost more than all the rest of a frame.
 */
function move(element: HTMLElement, box: Box): void {
  const at = `${Math.round(box.x)}|${Math.round(box.y)}|${Math.round(box.w)}|${Math.round(box.h)}`;
  if (element.dataset['at'] !== at) {
    element.dataset['at'] = at;
    element.style.left = `${Math.round(box.x)}px`;
    element.style.top = `${Math.round(box.y)}px`;
    element.style.width = `${Math.round(box.w)}px`;
    element.style.height = `${Math.round(box.h)}px`;
  }
}

function setClass(element: HTMLElement, names: readonly (string | false)[]): void {
  const name = names.filter(Boolean).join(' ');
  if (element.className !== name) {
    element.className = name;
  }
}
