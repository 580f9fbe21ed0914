import type { ModelAnswer, Stream, StreamEar, Surroundings } from '../live-store.ts';
import type { Model, Point } from '../model.ts';
import type { PointTuple } from '../protocol.ts';
import { mockModel } from './mock-building.ts';

/** A server in the page: what it says is made up, how it says it is the stream's protocol. Trouble on demand. */
export class MockServer implements Surroundings {
  model: Model = mockModel();
  linkUp = true;
  reachable = true;
  signedIn = true;
  /** Changes a second. */
  pace = 60;
  private readonly values = new Map<number, number>();
  private readonly qualities = new Map<number, [quality: number, age: number, reason: string]>();
  private ears = new Set<StreamEar>();
  private seq = 0;
  private linkSince = Date.now();

  constructor() {
    const seed = random(7);
    for (const point of this.model.points) {
      this.values.set(point.id, first(point, seed));
    }
    this.trouble();
    setInterval(() => this.breathe(), 1_000 / 10);
    setInterval(() => this.say({ t: 'beat', seq: this.seq, now: Date.now() }), 5_000);
  }

  /** A few points of each quality, always the same ones. */
  private trouble(): void {
    const named = (place: string, kind: string) => this.model.points.find((point) => point.place.startsWith(place) && point.kind === kind)!.id;
    this.qualities.set(named('1.02', 'co2'), [2, 12 * 60_000, 'silent for more than 90 s']);
    this.qualities.set(named('1.04', 'temperature'), [3, 3 * 3_600_000, 'the node said goodbye']);
    this.qualities.set(named('1.04', 'humidity'), [3, 3 * 3_600_000, 'the node said goodbye']);
    this.qualities.set(named('Lab 1', 'co2'), [1, 2_000, 'warming up']);
    this.qualities.set(named('Lab 1', 'valve'), [5, 0, '']);
    this.qualities.set(named('1.06', 'humidity'), [4, 4_000, '132 %RH is out of range']);
    this.qualities.set(named('2.06', 'relay'), [5, 0, '']);
    this.qualities.set(named('2.04', 'motion'), [2, 4 * 60_000, 'silent for more than 15 s']);
    this.qualities.set(named('0.03', 'fan'), [3, 26 * 3_600_000, 'the node said goodbye']);
    this.values.set(named('1.03', 'co2'), 1_240);
    this.values.set(named('1.03', 'motion'), 1);
    this.model.points.filter((point) => point.place.startsWith('2.01') && point.kind === 'co2').forEach((point, i) => this.values.set(point.id, 2_310 + 180 * i));
    this.values.set(named('2.01', 'motion'), 1);
  }

  /** Cuts or mends the way to the broker. */
  setLink(up: boolean): void {
    this.linkUp = up;
    this.linkSince = Date.now();
    this.say({ t: 'changes', seq: ++this.seq, now: Date.now(), points: [], link: this.link() });
  }

  /** Cuts or mends the way to the server. */
  setReachable(reachable: boolean): void {
    this.reachable = reachable;
    if (!reachable) {
      [...this.ears].forEach((ear) => ear.closed());
      this.ears.clear();
    }
  }

  readonly now = () => Date.now();
  readonly random = () => Math.random();

  after(milliseconds: number, run: () => void): () => void {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  }

  painted(run: () => void): void {
    requestAnimationFrame(() => setTimeout(run));
  }

  async fetchModel(): Promise<ModelAnswer> {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return !this.signedIn ? { kind: 'signed-out' } : this.reachable ? { kind: 'model', model: this.model } : { kind: 'unreachable' };
  }

  openStream(ear: StreamEar): Stream {
    setTimeout(() => {
      if (this.reachable && this.signedIn) {
        this.ears.add(ear);
        const points = this.model.points.map((point) => this.tuple(point.id));
        ear.message(JSON.stringify({ t: 'snapshot', seq: ++this.seq, now: Date.now(), link: this.link(), points }));
      } else {
        ear.closed();
      }
    }, 20);
    return { close: () => this.ears.delete(ear), send: (text) => this.hear(ear, text) };
  }

  private link() {
    return { up: this.linkUp, words: this.linkUp ? 'connected' : 'connection refused by 127.0.0.1:1883', since: this.linkSince };
  }

  private hear(ear: StreamEar, text: string): void {
    const { recent } = JSON.parse(text) as { recent?: number };
    const point = this.model.points.find((each) => each.id === recent);
    if (point) {
      setTimeout(() => ear.message(JSON.stringify({ t: 'recent', id: point.id, points: this.lastHour(point) })), 20);
    }
  }

  private lastHour(point: Point): [number, number][] {
    const end = this.values.get(point.id) ?? 0;
    const seed = random(point.id);
    const step = 20_000;
    const wave = seed() * 6;
    return Array.from({ length: 180 }, (_, i): [number, number] => {
      const back = 179 - i;
      const at = Date.now() - back * step;
      if (point.unit === '') {
        return [at, Math.floor(back / (14 + (point.id % 9))) % 2 === 0 ? end : 1 - end];
      }
      const swing = point.kind === 'co2' ? end * 0.3 : point.kind === 'pressure' ? 1.2 : Math.max(0.6, end * 0.03);
      return [at, Math.max(0, end - swing * (back / 180) * 0.8 + swing * 0.25 * (Math.sin(back / 17 + wave) - Math.sin(wave)) + (seed() - 0.5) * swing * 0.06)];
    }).filter((_, i) => point.id % 3 !== 0 || i < 70 || i > 96);
  }

  private tuple(id: number): PointTuple {
    const [quality, age, reason] = this.qualities.get(id) ?? [this.linkUp ? 0 : 2, 0, ''];
    const value = quality === 5 || quality === 4 ? null : (this.values.get(id) ?? null);
    return [id, value, quality, quality === 5 ? null : Date.now() - age, reason];
  }

  private breathe(): void {
    if (!this.linkUp || this.ears.size === 0) {
      return;
    }
    const points = this.model.points.filter((point) => !this.qualities.has(point.id));
    const changed = Array.from({ length: this.pace / 10 }, () => points[Math.floor(Math.random() * points.length)]!).filter(Boolean);
    changed.forEach((point) => this.values.set(point.id, next(point, this.values.get(point.id)!)));
    if (changed.length > 0) {
      this.say({ t: 'changes', seq: ++this.seq, now: Date.now(), points: changed.map((point) => this.tuple(point.id)) });
    }
  }

  private say(message: object): void {
    const text = JSON.stringify(message);
    this.ears.forEach((ear) => ear.message(text));
  }
}

const MIDDLE: Readonly<Record<string, readonly [middle: number, swing: number]>> = {
  temperature: [21.8, 1.6], humidity: [44, 6], pressure: [1013.2, 0.8], co2: [640, 160], espresso: [1_212, 300],
  coffee: [23_480, 900], moisture: [512, 60], weight: [81_300, 400], fan: [40, 40], valve: [30, 30],
};

function first(point: Point, seed: () => number): number {
  const [middle, swing] = MIDDLE[point.kind] ?? [0.5, 0.5];
  const value = middle + (seed() * 2 - 1) * swing;
  return point.unit === '%' ? Math.round(value / 10) * 10 : Math.round(value * 10 ** point.decimals) / 10 ** point.decimals;
}

function next(point: Point, value: number): number {
  const [middle, swing] = MIDDLE[point.kind] ?? [0, 0];
  if (point.commandable || point.layer === 'coffee' || point.unit === '') {
    return point.kind === 'coffee' && Math.random() < 0.05 ? value + 1 : value;
  }
  return Math.abs(value - middle) > 2 * swing ? value : value + (Math.random() - 0.5) * swing * 0.04;
}

/** Numbers that look random and are the same every time. */
function random(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.abs(state) / 4_294_967_296;
  };
}
