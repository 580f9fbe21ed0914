/** All of the building that can be drawn, as the server has it too. Immutable: every edit makes a new one. */
export interface Drawing {
  readonly name: string;
  /** From the ground upwards. */
  readonly floors: readonly Storey[];
  readonly zones: readonly Room[];
  /** Where each node hangs that hangs anywhere, by its number. */
  readonly nodes: Readonly<Record<string, Place>>;
  /** The points that do not hang where their node does, by number. */
  readonly points: Readonly<Record<string, Place>>;
}

export interface Storey {
  readonly id: string;
  readonly name: string;
  /** `floor/7/3`, `upload/12`, or empty. */
  readonly plan: string;
  readonly width: number;
  readonly height: number;
  readonly archived: boolean;
  /** From left to right in the world; null while nobody has said it. */
  readonly metres: number | null;
  /** Degrees clockwise from the top; null while nobody has said it. */
  readonly north: number | null;
}

/** Fractions of the plan. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Room {
  readonly id: string;
  readonly floor: string;
  readonly name: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly outline: readonly Spot[];
}

export interface Place extends Spot {
  readonly floor: string;
}

/** A node, and what it has. */
export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly uid: string | null;
  readonly points: readonly Part[];
}

export interface Part {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
}

export const KINDS: readonly (readonly [string, string])[] = [
  ['office', 'Office'], ['meeting', 'Meeting room'], ['kitchen', 'Kitchen'], ['corridor', 'Corridor'],
  ['plant-room', 'Plant room'], ['laboratory', 'Laboratory'], ['storage', 'Storage'], ['other', 'Other'],
];

/** What hangs somewhere by itself: `node:12` or `point:5`. */
export type Hung = `node:${string}` | `point:${string}`;

export function hungOf(kind: 'node' | 'point', id: string): Hung {
  return `${kind}:${id}`;
}

function parts(hung: Hung): readonly ['nodes' | 'points', string] {
  const [kind, id] = hung.split(':') as [string, string];
  return [kind === 'node' ? 'nodes' : 'points', id];
}

export function placeOf(drawing: Drawing, hung: Hung): Place | null {
  const [kind, id] = parts(hung);
  return drawing[kind][id] ?? null;
}

/** All that hangs on a floor. */
export function hungOn(drawing: Drawing, floor: string): Hung[] {
  const on = (kind: 'node' | 'point', places: Readonly<Record<string, Place>>) =>
    Object.keys(places)
      .filter((id) => places[id]!.floor === floor)
      .map((id) => hungOf(kind, id));
  return [...on('node', drawing.nodes), ...on('point', drawing.points)];
}

export function within(spot: Spot): Spot {
  const between = (number: number) => Math.round(Math.min(1, Math.max(0, number)) * 1e5) / 1e5;
  return { x: between(spot.x), y: between(spot.y) };
}

/** Hangs it there; nowhere, or where its node is, when null. */
export function hang(drawing: Drawing, hung: Hung, place: Place | null): Drawing {
  const [kind, id] = parts(hung);
  const places = { ...drawing[kind] };
  if (place) {
    places[id] = { floor: place.floor, ...within(place) };
  } else {
    delete places[id];
  }
  return { ...drawing, [kind]: places };
}

/** Moves all of them by so much, as far as all stay on the plan. */
export function move(drawing: Drawing, all: Iterable<Hung>, by: Spot): Drawing {
  const some = [...all].flatMap((hung) => placeOf(drawing, hung) ?? []);
  const step = {
    x: limit(by.x, -Math.min(...some.map((place) => place.x)), 1 - Math.max(...some.map((place) => place.x))),
    y: limit(by.y, -Math.min(...some.map((place) => place.y)), 1 - Math.max(...some.map((place) => place.y))),
  };
  return [...all].reduce((now, hung) => {
    const place = placeOf(now, hung);
    return place ? hang(now, hung, { ...place, x: place.x + step.x, y: place.y + step.y }) : now;
  }, drawing);
}

function limit(wish: number, least: number, most: number): number {
  return Math.max(least, Math.min(wish, most));
}

export type Alignment = 'left' | 'middle' | 'right' | 'top' | 'centre' | 'bottom' | 'across' | 'down';

/** Puts all on one line, or at equal distances (`across`, `down`). */
export function align(drawing: Drawing, all: readonly Hung[], how: Alignment): Drawing {
  const axis = how === 'left' || how === 'middle' || how === 'right' || how === 'across' ? 'x' : 'y';
  const some = all.filter((hung) => placeOf(drawing, hung)).sort((a, b) => placeOf(drawing, a)![axis] - placeOf(drawing, b)![axis]);
  if (some.length < 2) {
    return drawing;
  }
  const at = some.map((hung) => placeOf(drawing, hung)![axis]);
  const first = at[0]!;
  const last = at.at(-1)!;
  const goal = (index: number): number => {
    if (how === 'across' || how === 'down') {
      return first + ((last - first) * index) / (some.length - 1);
    }
    return how === 'left' || how === 'top' ? first : how === 'right' || how === 'bottom' ? last : (first + last) / 2;
  };
  return some.reduce((now, hung, index) => hang(now, hung, { ...placeOf(now, hung)!, [axis]: goal(index) }), drawing);
}

export function zone(drawing: Drawing, id: string | null): Room | null {
  return drawing.zones.find((room) => room.id === id) ?? null;
}

/** Changes a zone, or adds it. */
export function setZone(drawing: Drawing, room: Room): Drawing {
  const known = drawing.zones.some((other) => other.id === room.id);
  const tidy = { ...room, outline: room.outline.map(within) };
  return { ...drawing, zones: known ? drawing.zones.map((other) => (other.id === room.id ? tidy : other)) : [...drawing.zones, tidy] };
}

export function removeZone(drawing: Drawing, id: string): Drawing {
  return { ...drawing, zones: drawing.zones.filter((room) => room.id !== id) };
}

/** Moves the whole outline, as far as it stays on the plan. */
export function shifted(outline: readonly Spot[], by: Spot): Spot[] {
  const step = {
    x: limit(by.x, -Math.min(...outline.map((spot) => spot.x)), 1 - Math.max(...outline.map((spot) => spot.x))),
    y: limit(by.y, -Math.min(...outline.map((spot) => spot.y)), 1 - Math.max(...outline.map((spot) => spot.y))),
  };
  return outline.map((spot) => within({ x: spot.x + step.x, y: spot.y + step.y }));
}

export function storey(drawing: Drawing, id: string | null): Storey | null {
  return drawing.floors.find((floor) => floor.id === id) ?? null;
}

/** The floors that are not put away. */
export function inUse(drawing: Drawing): readonly Storey[] {
  return drawing.floors.filter((floor) => !floor.archived);
}

export function setFloor(drawing: Drawing, floor: Storey): Drawing {
  return { ...drawing, floors: drawing.floors.map((other) => (other.id === floor.id ? floor : other)) };
}

/** A name that no other has: "Room 3", "Ground floor 2". */
export function freeName(wish: string, taken: Iterable<string>): string {
  const all = new Set([...taken].map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wish : `${wish} ${n}`;
    if (!all.has(name.toLowerCase())) {
      return name;
    }
  }
}

export function freshId(): string {
  return `n${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

/** A floor above the others. */
export function addFloor(drawing: Drawing, floor: Partial<Storey> = {}): readonly [Drawing, Storey] {
  const names = drawing.floors.map((other) => other.name);
  const wish = inUse(drawing).length === 0 ? 'Ground floor' : `Floor ${inUse(drawing).length}`;
  const made: Storey = {
    id: freshId(), name: freeName(wish, names), plan: '', width: 1200, height: 800, archived: false, metres: null, north: null, ...floor,
  };
  const last = drawing.floors.findLastIndex((other) => !other.archived);
  return [{ ...drawing, floors: drawing.floors.toSpliced(last + 1, 0, made) }, made];
}

/** The same plan and the same rooms above it, without what hangs there. */
export function copyFloor(drawing: Drawing, id: string): readonly [Drawing, Storey | null] {
  const from = storey(drawing, id);
  if (!from) {
    return [drawing, null];
  }
  const name = freeName(`${from.name} copy`, drawing.floors.map((floor) => floor.name));
  const made = { ...from, id: freshId(), name, archived: false };
  const zones = drawing.zones.filter((room) => room.floor === id).map((room) => ({ ...room, id: freshId(), floor: made.id }));
  const at = drawing.floors.indexOf(from);
  return [{ ...drawing, floors: drawing.floors.toSpliced(at + 1, 0, made), zones: [...drawing.zones, ...zones] }, made];
}

/** One step up or down among the floors in use. */
export function orderFloor(drawing: Drawing, id: string, step: 1 | -1): Drawing {
  const used = inUse(drawing);
  const at = used.findIndex((floor) => floor.id === id);
  const other = used[at + step];
  if (at < 0 || !other) {
    return drawing;
  }
  const swap = (floor: Storey) => (floor === used[at] ? other : floor === other ? used[at]! : floor);
  return { ...drawing, floors: drawing.floors.map(swap) };
}

/** Put away with its rooms; what hangs there has no place. One that was never published is gone. */
export function putAway(drawing: Drawing, id: string): Drawing {
  const without = hungOn(drawing, id).reduce((now, hung) => hang(now, hung, null), drawing);
  if (!id.startsWith('n')) {
    return setFloor(without, { ...storey(without, id)!, archived: true });
  }
  return { ...without, floors: without.floors.filter((floor) => floor.id !== id), zones: without.zones.filter((room) => room.floor !== id) };
}

/** What hangs nowhere. */
export function unplaced(drawing: Drawing, things: readonly Thing[]): readonly Thing[] {
  return things.filter((thing) => !drawing.nodes[thing.id]);
}

/** Where a thing would hang that somebody puts into a room without saying where; always within it. */
export function middleOf(outline: readonly Spot[]): Spot {
  let twice = 0;
  let x = 0;
  let y = 0;
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length]!;
    const cross = a.x * b.y - b.x * a.y;
    twice += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  });
  return Math.abs(twice) < 1e-9 ? outline[0]! : { x: x / (3 * twice), y: y / (3 * twice) };
}

/** In square metres where the scale is known. */
export function squareMetres(room: Room, floor: Storey): number | null {
  if (floor.metres === null) {
    return null;
  }
  const w = floor.metres;
  const h = (floor.metres * floor.height) / floor.width;
  const twice = room.outline.reduce((sum, a, i) => {
    const b = room.outline[(i + 1) % room.outline.length]!;
    return sum + (a.x * b.y - b.x * a.y) * w * h;
  }, 0);
  return Math.abs(twice) / 2;
}

/** How wide the plan is in the world when these two spots are so many metres apart. */
export function metresAcross(a: Spot, b: Spot, metres: number, floor: Storey): number {
  const apart = Math.hypot((b.x - a.x) * floor.width, (b.y - a.y) * floor.height);
  return (metres * floor.width) / apart;
}

/** The direction from one spot to another, in degrees clockwise from the top of the plan. */
export function bearing(a: Spot, b: Spot, floor: Storey): number {
  const degrees = (Math.atan2((b.x - a.x) * floor.width, -(b.y - a.y) * floor.height) * 180) / Math.PI;
  return Math.round(((degrees + 360) % 360) * 10) / 10;
}
