/** The building as the page fetches it: what does not change with the readings. */
export interface Model {
  readonly building: string;
  readonly version: number;
  readonly floors: readonly Floor[];
  readonly points: readonly Point[];
}

export interface Floor {
  readonly id: number;
  readonly name: string;
  /** The address of its picture; null or empty where nobody has given it one. */
  readonly plan: string | null;
  readonly width: number;
  readonly height: number;
  readonly zones: readonly Zone[];
}

export interface Zone {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  /** Corners as fractions of the plan. */
  readonly outline: readonly (readonly [number, number])[];
}

export interface Point {
  readonly id: number;
  readonly kind: string;
  readonly label: string;
  /** Its own name; empty where the label says enough. */
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly layer: string;
  readonly place: string;
  readonly zone: number | null;
  readonly floor: number | null;
  readonly x: number | null;
  readonly y: number | null;
  readonly node: string | null;
  readonly location: string;
  readonly commandable: boolean;
  /** Whether it is an output that knows the ends of its range only. */
  readonly twoStates?: boolean;
  /** Seconds between two readings; 0 or null where it speaks on change only. */
  readonly interval: number | null;
}

/** What to call a point beside its place. */
export function quantity(point: Point): string {
  return point.name || point.label;
}

const KIND_ORDER = [
  'temperature', 'co2', 'humidity', 'pressure', 'motion',
  'espresso', 'double-espresso', 'coffee', 'double-coffee', 'moisture', 'weight',
  'fan', 'valve', 'relay', 'changeover',
];

/** Where a kind stands among its neighbours, everywhere: what people ask for first comes first. */
export function kindRank(kind: string): number {
  const rank = KIND_ORDER.indexOf(kind);
  return rank < 0 ? KIND_ORDER.length : rank;
}

/** Points in the order in which they are shown, spoken and walked through. */
export function byRank(a: Point, b: Point): number {
  return kindRank(a.kind) - kindRank(b.kind) || quantity(a).localeCompare(quantity(b)) || a.id - b.id;
}

/** Points of a kind that tell of the room; what has a name of its own, such as the flow of a boiler, tells of something in it. */
export function ofTheRoom(points: readonly Point[], kind: string): readonly Point[] {
  const all = points.filter((point) => point.kind === kind);
  const unnamed = all.filter((point) => point.name === '');
  return unnamed.length === 0 ? all : unnamed;
}

export interface Layer {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
}

const LAYERS: readonly Layer[] = [
  { id: 'temperature', label: 'Temperature', kind: 'temperature' },
  { id: 'co2', label: 'CO₂', kind: 'co2' },
  { id: 'air', label: 'Air', kind: 'humidity' },
  { id: 'motion', label: 'Motion', kind: 'motion' },
  { id: 'coffee', label: 'Coffee', kind: 'coffee' },
  { id: 'plant', label: 'Plants', kind: 'moisture' },
  { id: 'outputs', label: 'Outputs', kind: 'fan' },
];

/** The layers that this building has something on, in a fixed order; `kind` is whose icon stands for the layer. */
export function layersOf(model: Model): Layer[] {
  const used = new Set(model.points.map((point) => point.layer.toLowerCase()));
  return LAYERS.filter((layer) => used.has(layer.id));
}

/** Look-ups over one model, made once. */
export class Atlas {
  readonly model: Model;
  readonly points: ReadonlyMap<number, Point>;
  readonly floors: ReadonlyMap<number, Floor>;
  readonly zones: ReadonlyMap<number, Zone>;
  private readonly onFloor = new Map<number, Point[]>();
  private readonly inZone = new Map<number, Point[]>();

  constructor(model: Model) {
    this.model = model;
    this.points = new Map(model.points.map((point) => [point.id, point]));
    this.floors = new Map(model.floors.map((floor) => [floor.id, floor]));
    this.zones = new Map(model.floors.flatMap((floor) => floor.zones.map((zone) => [zone.id, zone] as const)));
    for (const point of [...model.points].sort(byRank)) {
      add(this.onFloor, point.floor, point);
      add(this.inZone, point.zone, point);
    }
  }

  /** All points of a floor, placed or not, by rank. */
  pointsOn(floor: number): readonly Point[] {
    return this.onFloor.get(floor) ?? [];
  }

  pointsIn(zone: number): readonly Point[] {
    return this.inZone.get(zone) ?? [];
  }
}

function add(map: Map<number, Point[]>, key: number | null, point: Point): void {
  if (key !== null) {
    const there = map.get(key);
    if (there) {
      there.push(point);
    } else {
      map.set(key, [point]);
    }
  }
}
