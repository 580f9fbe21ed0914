import { areaOf, boundsOf, centre, clamp, grow, holds, overlaps, union, type Box, type Size, type Vec } from './geometry.ts';

/** How much a cell says, and how large: with a small second line, without it, or as small as can still be read. */
export type Density = 'full' | 'compact' | 'dense';
/** One value and a count would say less than a chip with the mean. */
const LEAST_KEPT = 2;
/** A name in less than this cannot be read. */
const LEAST_LABEL = 24;
/** Stands for "and so many more" among the cells while they are stacked. */
const REST = -1;
const DENSER: Readonly<Record<Density, Density | null>> = { full: 'compact', compact: 'dense', dense: null };

/** One point to be drawn, where it hangs. */
export interface Entry extends Vec {
  readonly id: number;
  readonly zone: number | null;
  /** What is kept when not all of a zone can be shown: the greatest. */
  readonly weight: number;
}

export interface Area {
  readonly id: number;
  readonly outline: readonly Vec[];
}

/** How large things are when they are drawn. */
export interface Sizes {
  cell(id: number, density: Density): Size;
  /** The zone's name and its second line, which may be cut; the name alone; and the name at its shortest. */
  label(zone: number): Size & { readonly nameW: number; readonly shortW: number };
  /** What stands for all points of a zone where there is no room for them: with much, little and the least of words. */
  chips(zone: number): readonly Size[];
  /** The cell that counts what is not shown. */
  rest(density: Density): Size;
  /** Between cards, and between cards and walls. */
  readonly gap: number;
}

/** A cell in its card, relative to it. */
export interface Cell extends Box {
  readonly id: number;
}

/** Points that are drawn side by side as one thing. */
export interface Card {
  readonly zone: number | null;
  readonly density: Density;
  readonly box: Box;
  readonly cells: readonly Cell[];
  /** Where the points really hang. */
  readonly spots: readonly Vec[];
}

/**
 * What stands for points that are not shown: all of one or more zones, or the rest of a zone. `words` counts up from the
 * most (0) that it may say.
 */
export interface Chip {
  readonly zones: readonly number[];
  readonly box: Box;
  readonly ids: readonly number[];
  readonly words: number;
  /** Whether it is the last cell of a card and counts what else there is. */
  readonly rest: boolean;
}

export interface Label {
  readonly box: Box;
  readonly short: boolean;
}

export interface Arrangement {
  readonly labels: ReadonlyMap<number, Label>;
  readonly cards: readonly Card[];
  readonly chips: readonly Chip[];
}

/**
 * Finds a place for everything: each card as near to its points as it can be without touching a wall, the name of the
 * zone, or another card. What hangs at one spot is one card; what does not fit becomes one card for the zone, then less
 * is said in each cell, then the least important ones hide behind a count, and at last one chip stands for the zone, or
 * for several. A floor looks of one piece: it speaks
 * at length only when nearly all of its zones can.
 */
export function arrange(areas: readonly Area[], entries: readonly Entry[], bounds: Size, sizes: Sizes): Arrangement {
  const full = new Attempt(areas, entries, bounds, sizes, 'full');
  const few = full.terse <= full.inhabited / 4;
  return few ? full.finish() : new Attempt(areas, entries, bounds, sizes, 'compact').finish();
}

/** All points of a zone as one card around a spot, wherever there is room in the view: what a chip opens into. */
export function opened(entries: readonly Entry[], at: Vec, view: Box, sizes: Sizes): Card {
  const cells = entries.map((entry) => ({ id: entry.id, ...sizes.cell(entry.id, 'full') }));
  const shape = shapes(cells).find((candidate) => candidate.w <= view.w) ?? stack(cells, 1);
  const box = {
    x: clamp(at.x - shape.w / 2, view.x, view.x + view.w - shape.w),
    y: clamp(at.y - shape.h / 2, view.y, view.y + view.h - shape.h),
    w: shape.w, h: shape.h,
  };
  return { zone: entries[0]?.zone ?? null, density: 'full', box, cells: shape.cells, spots: entries };
}

interface Shape extends Size {
  readonly cells: readonly Cell[];
}

type SizedId = Size & { readonly id: number };

/** The cells in rows of so many columns; a row that is not full lets its last cell take the rest. */
function stack(cells: readonly SizedId[], columns: number): Shape {
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.filter((_cell, i) => i % columns === column).map((cell) => cell.w)));
  const lefts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width, 0));
  const w = widths.reduce((sum, width) => sum + width, 0);
  const h = Math.max(...cells.map((cell) => cell.h));
  const placed = cells.map((cell, i) => {
    const x = lefts[i % columns]!;
    const last = i === cells.length - 1;
    return { id: cell.id, x, y: Math.floor(i / columns) * h, w: last ? w - x : widths[i % columns]!, h };
  });
  return { w, h: Math.ceil(cells.length / columns) * h, cells: placed };
}

/** All ways to stack the cells, the most pleasant first: about twice as wide as high, and without a torn last row. */
function shapes(cells: readonly SizedId[]): Shape[] {
  const found: { shape: Shape; cost: number }[] = [];
  for (let columns = 1; columns <= Math.min(cells.length, 4); columns++) {
    const shape = stack(cells, columns);
    const torn = cells.length % columns === 0 ? 0 : 0.25;
    found.push({ shape, cost: Math.abs(Math.log(shape.w / shape.h / 2)) + torn });
  }
  return found.sort((a, b) => a.cost - b.cost).map(({ shape }) => shape);
}

/** Entries that hang at the same spot, in the order of their first. */
function bySpot(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${Math.round(entry.x)}|${Math.round(entry.y)}`;
    const group = groups.get(key);
    if (group) {
      group.push(entry);
    } else {
      groups.set(key, [entry]);
    }
  }
  return [...groups.values()];
}

function meanSpot(entries: readonly Entry[]): Vec {
  const x = entries.reduce((sum, entry) => sum + entry.x, 0) / entries.length;
  const y = entries.reduce((sum, entry) => sum + entry.y, 0) / entries.length;
  return { x, y };
}

/** One floor at one density. */
class Attempt {
  /** How many zones say less than was wished, and how many have anything to say. */
  terse = 0;
  private readonly crowded: Area[] = [];
  private readonly rests: Chip[] = [];
  private readonly labels = new Map<number, Label>();
  private readonly cards: Card[] = [];
  private readonly inZone = new Map<number, Entry[]>();
  private readonly free: Entry[] = [];
  private readonly bounds: Size;
  private readonly sizes: Sizes;
  private readonly density: Density;

  constructor(areas: readonly Area[], entries: readonly Entry[], bounds: Size, sizes: Sizes, density: Density) {
    this.bounds = bounds;
    this.sizes = sizes;
    this.density = density;
    this.sort(areas, entries);
    for (const area of areas) {
      this.place(area, this.inZone.get(area.id) ?? []);
    }
  }

  get inhabited(): number {
    return this.inZone.size;
  }

  private sort(areas: readonly Area[], entries: readonly Entry[]): void {
    const known = new Set(areas.map((area) => area.id));
    for (const entry of entries) {
      if (entry.zone !== null && known.has(entry.zone)) {
        const there = this.inZone.get(entry.zone);
        if (there) {
          there.push(entry);
        } else {
          this.inZone.set(entry.zone, [entry]);
        }
      } else {
        this.free.push(entry);
      }
    }
  }

  private place(area: Area, entries: readonly Entry[]): void {
    const label = this.label(area);
    if (label) {
      this.labels.set(area.id, label);
    }
    if (entries.length > 0) {
      this.fill(area, entries, label, this.density);
    }
  }

  private fill(area: Area, entries: readonly Entry[], label: Label | null, density: Density): void {
    const cards = this.apart(area, entries, label, density) ?? this.together(area, entries, label, density);
    const denser = DENSER[density];
    if (cards) {
      this.cards.push(...cards);
      this.terse += density === this.density ? 0 : 1;
    } else if (denser) {
      this.fill(area, entries, label, denser);
    } else {
      this.terse++;
      if (!this.some(area, entries, label)) {
        this.crowded.push(area);
      }
    }
  }

  /** As many as fit, the weightiest first, and a count of the rest. */
  private some(area: Area, entries: readonly Entry[], label: Label | null): boolean {
    const weighty = [...entries].sort((a, b) => b.weight - a.weight);
    for (let kept = entries.length - 1; kept >= LEAST_KEPT; kept--) {
      const chosen = new Set(weighty.slice(0, kept));
      for (const density of ['compact', 'dense'] as const) {
        if (this.someAt(area, entries, chosen, label, density)) {
          return true;
        }
      }
    }
    return false;
  }

  private someAt(area: Area, entries: readonly Entry[], chosen: ReadonlySet<Entry>, label: Label | null, density: Density): boolean {
    const taken = label ? [label.box] : [];
    const shown = entries.filter((entry) => chosen.has(entry));
    const card = this.put(area, shown, this.dock(area, taken), taken, density, this.sizes.rest(density));
    const rest = card?.cells.find((cell) => cell.id === REST);
    if (!card || !rest) {
      return false;
    }
    const ids = entries.filter((entry) => !chosen.has(entry)).map((entry) => entry.id);
    const box = { x: card.box.x + rest.x, y: card.box.y + rest.y, w: rest.w, h: rest.h };
    this.cards.push({ ...card, cells: card.cells.filter((cell) => cell !== rest) });
    this.rests.push({ zones: [area.id], box, ids, words: 0, rest: true });
    return true;
  }

  /** The name stands in the top left corner, as long as at least its shortest form can be read there. */
  private label(area: Area): Label | null {
    const { w, h, nameW, shortW } = this.sizes.label(area.id);
    const { gap } = this.sizes;
    const bounds = boundsOf(area.outline);
    const room = bounds.w - 2 * gap;
    const whole = nameW <= room ? Math.min(w, room) : w;
    for (const [width, short] of [[whole, false], [shortW, true], [room, true]] as const) {
      const at = { x: bounds.x + gap, y: bounds.y + gap };
      const box = width <= room && width >= LEAST_LABEL ? spotFor({ w: width, h }, at, area.outline, [], gap) : null;
      if (box) {
        return { box, short };
      }
    }
    return null;
  }

  /** A card for each spot, in their order, or else the biggest first; null when they do not all fit. */
  private apart(area: Area, entries: readonly Entry[], label: Label | null, density: Density): Card[] | null {
    if (this.need(entries, density) > areaOf(area.outline)) {
      return null;
    }
    const groups = bySpot(entries);
    const found = this.inOrder(area, groups, label, density);
    const alike = groups.every((group) => group.length === groups[0]!.length);
    return found ?? (alike ? null : this.inOrder(area, [...groups].sort((a, b) => b.length - a.length), label, density));
  }

  private inOrder(area: Area, groups: readonly Entry[][], label: Label | null, density: Density): Card[] | null {
    const taken: Box[] = label ? [label.box] : [];
    const tight = this.isTight(area, groups.flat(), density);
    const cards: Card[] = [];
    for (const group of groups) {
      const card = this.put(area, group, tight ? this.dock(area, taken) : null, taken, density);
      if (!card) {
        return null;
      }
      cards.push(card);
      taken.push(card.box);
    }
    return cards;
  }

  private together(area: Area, entries: readonly Entry[], label: Label | null, density: Density): Card[] | null {
    const taken = label ? [label.box] : [];
    const card = this.put(area, entries, this.dock(area, taken), taken, density);
    return card ? [card] : null;
  }

  /** Where little room is left, an orderly pile under the name reads better than cards at their spots. */
  private isTight(area: Area, entries: readonly Entry[], density: Density): boolean {
    const bounds = boundsOf(area.outline);
    return this.need(entries, density) > 0.2 * bounds.w * bounds.h;
  }

  /** What the cells alone cover. */
  private need(entries: readonly Entry[], density: Density): number {
    return entries.reduce((sum, entry) => {
      const { w, h } = this.sizes.cell(entry.id, density);
      return sum + w * h;
    }, 0);
  }

  private dock(area: Area, taken: readonly Box[]): Vec {
    const { gap } = this.sizes;
    const last = taken.at(-1);
    const bounds = boundsOf(area.outline);
    return last ? { x: last.x, y: last.y + last.h + gap } : { x: bounds.x + gap, y: bounds.y + gap };
  }

  /** @param wish for the top left corner; null to stand around its own spot */
  private put(area: Area, entries: readonly Entry[], wish: Vec | null, taken: readonly Box[], density: Density, rest?: Size): Card | null {
    const cells = entries.map((entry) => ({ id: entry.id, ...this.sizes.cell(entry.id, density) }));
    if (rest) {
      cells.push({ id: REST, ...rest });
    }
    const spot = meanSpot(entries);
    let best: Card | null = null;
    let least = Infinity;
    shapes(cells).forEach((shape, rank) => {
      const at = wish ?? { x: spot.x - shape.w / 2, y: spot.y - shape.h / 2 };
      const box = spotFor(shape, at, area.outline, taken, this.sizes.gap);
      const cost = box ? Math.hypot(box.x - at.x, box.y - at.y) + rank * 48 : Infinity;
      if (box && cost < least) {
        least = cost;
        best = { zone: area.id, density, box, cells: shape.cells, spots: entries };
      }
    });
    return best;
  }

  finish(): Arrangement {
    const chips = this.chips();
    this.placeFree(chips.map((chip) => chip.box));
    return { labels: this.labels, cards: this.cards, chips: [...chips, ...this.rests] };
  }

  /** Points in no zone: anywhere on the plan, but on nothing else. */
  private placeFree(chips: readonly Box[]): void {
    const { w, h } = this.bounds;
    const plan: Area = { id: -1, outline: [{ x: 0, y: 0 }, { x: w, y: 0 }, { x: w, y: h }, { x: 0, y: h }] };
    const taken = [...chips, ...this.cards.map((card) => card.box), ...[...this.labels.values()].map((label) => label.box)];
    for (const group of bySpot(this.free)) {
      const card = this.put(plan, group, null, taken, this.density) ?? this.anywhere(group);
      this.cards.push({ ...card, zone: null });
      taken.push(card.box);
    }
  }

  private anywhere(entries: readonly Entry[]): Card {
    return opened(entries, meanSpot(entries), { x: 0, y: 0, ...this.bounds }, this.sizes);
  }

  private chips(): Chip[] {
    const single = this.crowded.map((area) => this.chip(area, this.inZone.get(area.id) ?? []));
    return merge(single, this.sizes);
  }

  private chip(area: Area, entries: readonly Entry[]): Chip {
    const ids = entries.map((entry) => entry.id);
    const all = this.sizes.chips(area.id);
    for (const keepLabel of [true, false]) {
      const label = keepLabel ? this.labels.get(area.id) : undefined;
      for (const [words, size] of all.entries()) {
        const at = label ? { x: label.box.x, y: label.box.y + label.box.h } : this.middle(area, size);
        const box = spotFor(size, at, area.outline, label ? [label.box] : [], this.sizes.gap / 2);
        if (box) {
          this.keep(area, label);
          return { zones: [area.id], box, ids, words, rest: false };
        }
      }
    }
    this.labels.delete(area.id);
    const size = all.at(-1)!;
    return { zones: [area.id], box: { ...this.middle(area, size), ...size }, ids, words: all.length - 1, rest: false };
  }

  private keep(area: Area, label: Label | undefined): void {
    if (!label) {
      this.labels.delete(area.id);
    }
  }

  private middle(area: Area, size: Size): Vec {
    const { x, y } = centre(boundsOf(area.outline));
    return { x: x - size.w / 2, y: y - size.h / 2 };
  }
}

/** Chips that would lie on each other become one, until none do. */
function merge(chips: readonly Chip[], sizes: Sizes): Chip[] {
  const left = [...chips];
  for (let i = 0; i < left.length; i++) {
    for (let j = i + 1; j < left.length; j++) {
      const a = left[i]!;
      const b = left[j]!;
      if (overlaps(a.box, b.box, 2)) {
        const { x, y } = centre(union(a.box, b.box));
        const least = sizes.chips(a.zones[0]!).at(-1)!;
        const size = { w: least.w + 8, h: least.h };
        left.splice(j, 1);
        left[i] = {
          zones: [...a.zones, ...b.zones], ids: [...a.ids, ...b.ids], words: sizes.chips(a.zones[0]!).length - 1, rest: false,
          box: { x: x - size.w / 2, y: y - size.h / 2, ...size },
        };
        return merge(left, sizes);
      }
    }
  }
  return left;
}

/**
 * The free place for a box that is nearest to where its top left corner should be: in the outline with a gap to its
 * walls, and on nothing that is taken. Null when there is none (within the fineness of the search).
 */
export function spotFor(size: Size, wish: Vec, outline: readonly Vec[], taken: readonly Box[], gap: number): Box | null {
  const bounds = boundsOf(outline);
  const least = { x: bounds.x + gap, y: bounds.y + gap };
  const most = { x: bounds.x + bounds.w - gap - size.w, y: bounds.y + bounds.h - gap - size.h };
  if (most.x < least.x || most.y < least.y) {
    return null;
  }
  const start = { x: clamp(wish.x, least.x, most.x), y: clamp(wish.y, least.y, most.y) };
  const step = Math.max(6, Math.min(most.x - least.x, most.y - least.y) / 24, Math.hypot(most.x - least.x, most.y - least.y) / 40);
  const boxAt = (x: number, y: number): Box => ({ x, y, w: size.w, h: size.h });
  const stands = (x: number, y: number) => holds(outline, grow(boxAt(x, y), gap - 0.5));
  const xs = lines(least.x, most.x, start.x, step, taken.flatMap((box) => [box.x, box.x + box.w + gap]));
  const ys = lines(least.y, most.y, start.y, step, taken.flatMap((box) => [box.y, box.y + box.h + gap]));
  let best: Box | null = null;
  let nearest = Infinity;
  for (const x of xs) {
    const aside = Math.abs(x - start.x);
    if (aside >= nearest) {
      break;
    }
    const inWay = taken.filter((box) => box.x < x + size.w + gap && x < box.x + box.w + gap);
    for (const y of ys) {
      const distance = Math.hypot(aside, y - start.y);
      if (distance >= nearest) {
        break;
      }
      if (!inWay.some((box) => box.y < y + size.h + gap && y < box.y + box.h + gap) && stands(x, y)) {
        nearest = distance;
        best = boxAt(x, y);
      }
    }
  }
  return best;
}

/** Where to look along one axis, the nearest first: in even steps from the wish, at both ends, and flush with what is there. */
function lines(least: number, most: number, wish: number, step: number, flush: readonly number[]): number[] {
  const found = [wish, least, most, ...flush.filter((line) => line >= least && line <= most)];
  for (let line = wish - step; line > least; line -= step) {
    found.push(line);
  }
  for (let line = wish + step; line < most; line += step) {
    found.push(line);
  }
  return [...new Set(found)].sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish));
}
