import { isGap, type Bucket } from './answer.ts';

/** A point of a drawing; y is NaN where the line breaks. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The line through the means of the buckets. Where a value holds until the next one each bucket is a step; else the
 * line goes from reading to reading, which may be further apart than buckets are wide, and on to where the last one ceases
 * to hold. It breaks where nothing is known.
 */
export function line(buckets: readonly Bucket[], steps: boolean): Spot[] {
  return stretches(buckets).flatMap((stretch, i) => {
    const spots = steps ? stepped(stretch) : sloped(stretch);
    return i === 0 ? spots : [{ x: stretch[0]!.from, y: Number.NaN }, ...spots];
  });
}

function stepped(stretch: readonly Bucket[]): Spot[] {
  const end = stretch.at(-1)!;
  return [...stretch.map((bucket) => ({ x: bucket.from, y: bucket.mean })), { x: end.to, y: end.mean }];
}

function sloped(stretch: readonly Bucket[]): Spot[] {
  const spots: Spot[] = [];
  stretch.forEach((bucket, i) => {
    if (bucket.count > 0) {
      spots.push({ x: (bucket.from + bucket.to) / 2, y: bucket.mean });
    } else if (i === 0) {
      spots.push({ x: bucket.from, y: bucket.mean });
    } else if (i === stretch.length - 1) {
      spots.push({ x: bucket.to, y: spots.at(-1)!.y });
    }
  });
  return spots;
}

/** Buckets of which something is known, as they follow one another. */
function stretches(buckets: readonly Bucket[]): Bucket[][] {
  const all: Bucket[][] = [];
  let open = false;
  for (const bucket of buckets) {
    if (isGap(bucket)) {
      open = false;
    } else if (open) {
      all.at(-1)!.push(bucket);
    } else {
      all.push([bucket]);
      open = true;
    }
  }
  return all;
}

/** Spots with a break on both sides, which no line shows. */
export function alone(spots: readonly Spot[]): boolean[] {
  const broken = (spot: Spot | undefined) => spot === undefined || Number.isNaN(spot.y);
  return spots.map((spot, i) => !broken(spot) && broken(spots[i - 1]) && broken(spots[i + 1]));
}

/** The times of which nothing is known. */
export function gaps(buckets: readonly Bucket[]): Stretch[] {
  const found: { from: number; to: number }[] = [];
  for (const bucket of buckets) {
    const last = found.at(-1);
    if (isGap(bucket)) {
      if (last?.to === bucket.from) {
        last.to = bucket.to;
      } else {
        found.push({ from: bucket.from, to: bucket.to });
      }
    }
  }
  return found;
}

/** Later or earlier by so much. */
export function shifted(buckets: readonly Bucket[], by: number): Bucket[] {
  return buckets.map((bucket) => ({ ...bucket, from: bucket.from + by, to: bucket.to + by }));
}

/** The bucket around a moment: the last one that begins at or before it, the first one for what is earlier. */
export function indexAt(buckets: readonly Bucket[], at: number): number {
  let low = 0;
  let high = buckets.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (buckets[middle]!.from <= at) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** A window in a few numbers; all NaN where nothing is known. */
export interface Summary {
  readonly min: number;
  readonly max: number;
  /** By the time for which it was known. */
  readonly mean: number;
  readonly last: number;
  /** For what share of the time something was known. */
  readonly coverage: number;
  /** By how much a counter has gone on. */
  readonly increase: number;
}

export function summary(buckets: readonly Bucket[]): Summary {
  let min = Infinity;
  let max = -Infinity;
  let last = Number.NaN;
  let sum = 0;
  let known = 0;
  let all = 0;
  let increase = Number.NaN;
  for (const bucket of buckets) {
    if (Number.isFinite(bucket.increase)) {
      increase = (increase || 0) + bucket.increase;
    }
    const length = bucket.to - bucket.from;
    all += length;
    if (!isGap(bucket)) {
      const weight = length * Math.max(bucket.coverage, 1e-9);
      min = Math.min(min, bucket.min, bucket.mean);
      max = Math.max(max, bucket.max, bucket.mean);
      last = bucket.last;
      sum += bucket.mean * weight;
      known += weight;
    }
  }
  return known === 0
    ? { min: Number.NaN, max: Number.NaN, mean: Number.NaN, last, coverage: 0, increase }
    : { min, max, mean: sum / known, last, coverage: known / all, increase };
}
