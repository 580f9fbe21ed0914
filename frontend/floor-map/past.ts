import { NEVER_SEEN, type Latest } from './protocol.ts';
import { Quality } from './quality.ts';

/** What the points of a floor were worth, as `/stream/past` tells it: the value that held at `from`, and a step
 * later, and so on to `to`; null where none did. */
export interface PastAnswer {
  /** Milliseconds since 1970, as `to` and `step` are. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly points: readonly (readonly [id: number, values: readonly (number | null)[]])[];
  /** What was asked of outputs, in the order of time. */
  readonly ticks: readonly Tick[];
}

/** Somebody asked something of an output. */
export type Tick = readonly [at: number, words: string];

const HOUR = 3_600_000;
/** Of longer steps too few lie in an hour. */
const LONGEST_STEP = 600_000;

/** A stretch of the past, seen from one moment in it. */
export class Past {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** The moment that is shown. */
  readonly at: number;
  readonly ticks: readonly Tick[];
  private readonly series: ReadonlyMap<number, readonly (number | null)[]>;

  constructor(from: number, to: number, step: number, at: number, series: ReadonlyMap<number, readonly (number | null)[]>, ticks: readonly Tick[]) {
    this.from = from;
    this.to = to;
    this.step = step;
    this.at = at;
    this.series = series;
    this.ticks = ticks;
  }

  /** Seen from a moment; from its end when that is left out, and never from beyond it. */
  static of(answer: PastAnswer, at: number = answer.to): Past {
    const { from, to, step } = answer;
    return new Past(from, to, step, Math.min(Math.max(at, from), to), new Map(answer.points), answer.ticks);
  }

  /** The same from another moment. */
  seenFrom(at: number): Past {
    return new Past(this.from, this.to, this.step, Math.min(Math.max(at, this.from), this.to), this.series, this.ticks);
  }

  /** What was asked in the step that is shown. */
  get askedNow(): readonly Tick[] {
    return this.ticks.filter(([at]) => at > this.at - this.step && at <= this.at);
  }

  /** Where a moment lies in the stretch, 0 to 1. */
  share(at: number): number {
    return (at - this.from) / (this.to - this.from);
  }

  /** Whether it is told of in this stretch, if only that nothing is known. */
  knows(point: number): boolean {
    return this.series.has(point);
  }

  /** Nothing at all is known of it. */
  get empty(): boolean {
    return [...this.series.values()].every((values) => values.every((value) => value === null));
  }

  /** What would have been shown then: a value that was last known before is stale, with its age as of then. */
  look(point: number): { readonly latest: Latest; readonly quality: Quality } {
    const values = this.series.get(point) ?? [];
    const now = this.index(values.length);
    const known = lastFrom(values, now, (value) => value !== null);
    if (known < 0) {
      return { latest: NEVER_SEEN, quality: Quality.neverSeen };
    }
    const active = lastFrom(values, now, (value) => value !== null && value !== 0);
    const quality = known === now ? Quality.good : Quality.stale;
    return {
      quality,
      latest: {
        value: values[known]!, quality, at: known === now ? this.at : this.moment(known), reason: '', since: null,
        lastActive: active < 0 ? null : active === now ? this.at : this.moment(active),
      },
    };
  }

  /** For how many minutes of the hour before it said something other than 0; null where that cannot be told. */
  minutesActive(point: number): number | null {
    const values = this.series.get(point) ?? [];
    const end = this.index(values.length) + 1;
    const known = values.slice(Math.max(0, end - Math.round(HOUR / this.step)), Math.max(0, end)).filter((value) => value !== null);
    return this.step > LONGEST_STEP || known.length === 0 ? null : (60 * known.filter((value) => value !== 0).length) / known.length;
  }

  /** The last value that was known by then: what came later is not shown. −1 when there is none. */
  private index(values: number): number {
    return Math.min(Math.floor((this.at - this.from) / this.step + 1e-6), values - 1);
  }

  private moment(index: number): number {
    return Math.min(this.from + index * this.step, this.at);
  }
}

function lastFrom(values: readonly (number | null)[], from: number, is: (value: number | null) => boolean): number {
  for (let i = from; i >= 0; i--) {
    if (is(values[i] ?? null)) {
      return i;
    }
  }
  return -1;
}

export type PastReply =
  | { readonly kind: 'past'; readonly answer: PastAnswer }
  | { readonly kind: 'failed'; readonly words: string };

/** Fetches what the points of a floor were worth. */
export async function fetchPast(floor: number, from: number, to: number, signal: AbortSignal): Promise<PastReply> {
  const address = new URL(`stream/past/${floor}`, document.baseURI);
  address.search = new URLSearchParams({ from: String(Math.round(from)), to: String(Math.round(to)) }).toString();
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' }, redirect: 'manual', cache: 'no-store', signal });
    if (response.ok) {
      return { kind: 'past', answer: (await response.json()) as PastAnswer };
    }
    return { kind: 'failed', words: response.status === 401 || response.type === 'opaqueredirect' ? 'You are signed out.' : 'The server could not tell what was.' };
  } catch {
    return { kind: 'failed', words: 'The server does not answer.' };
  }
}
