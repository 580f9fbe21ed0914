import type { Mark } from './marks.ts';

/** What a source answers: a window of time in buckets. Times in milliseconds since 1970. */
export interface Answer {
  readonly from: number;
  readonly to: number;
  /** The time of the server. */
  readonly now: number;
  /** Of the buckets but the first and the last. */
  readonly width: number;
  /** In order, without holes; each ends where the next one begins. Only a beginning where nothing is known. */
  readonly buckets: readonly Row[];
  /** What happened meanwhile; may be left out. */
  readonly marks?: readonly Mark[];
}

export type Row =
  | readonly [from: number]
  | readonly [from: number, count: number, min: number | null, max: number | null, mean: number | null, last: number | null, coverage: number | null, increase?: number | null];

/** A stretch of time, and what a point was worth then. */
export interface Bucket {
  readonly from: number;
  readonly to: number;
  /** Readings in it; with 0 a value from before may hold. */
  readonly count: number;
  /** NaN where nothing is known, as the following. */
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly last: number;
  /** For what share of it a value was known. */
  readonly coverage: number;
  /** By how much a counter has gone on; NaN for what does not count. */
  readonly increase: number;
}

export function bucketsOf(answer: Answer): Bucket[] {
  return answer.buckets.map((row, i) => {
    const [from, count = 0, min = null, max = null, mean = null, last = null, coverage = 0, increase = null] = row;
    const to = answer.buckets[i + 1]?.[0] ?? answer.to;
    return { from, to, count, min: number(min), max: number(max), mean: number(mean), last: number(last), coverage: coverage ?? 0, increase: number(increase) };
  });
}

/** The same with both ends where those of the picture are: series that go on are answered some milliseconds after one another. */
export function within({ from, to }: { readonly from: number; readonly to: number }, buckets: readonly Bucket[]): Bucket[] {
  return buckets.map((bucket, i) => (i > 0 && i < buckets.length - 1 ? bucket
    : { ...bucket, from: i === 0 ? from : bucket.from, to: i === buckets.length - 1 ? to : bucket.to }));
}

/** Whether nothing is known of it. */
export function isGap(bucket: Bucket): boolean {
  return !Number.isFinite(bucket.mean);
}

function number(of: number | null): number {
  return of ?? Number.NaN;
}
