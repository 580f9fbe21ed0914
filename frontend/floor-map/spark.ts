/** A reading of the last hour. */
export type Sample = readonly [at: number, value: number];

export interface Spark {
  /** One path per stretch without a gap, in the box that was asked for. */
  readonly lines: readonly string[];
  /** The same stretches closed down to the foot. */
  readonly areas: readonly string[];
  readonly min: Sample;
  readonly max: Sample;
  readonly last: Sample;
  x(at: number): number;
  y(value: number): number;
}

export interface SparkBox {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
  /** More time than this between two readings is a gap, and is drawn as one. */
  readonly gap: number;
  /** Whether the value holds until the next reading: switches, motion. */
  readonly steps: boolean;
  /** The least range of the scale, so that noise does not look like weather. */
  readonly range: number;
}

/** The drawing of a series, or null when nothing of it lies in the box. */
export function spark(samples: readonly Sample[], box: SparkBox): Spark | null {
  const inside = samples.filter(([at, value]) => at >= box.from && at <= box.to && Number.isFinite(value));
  if (inside.length === 0) {
    return null;
  }
  const min = inside.reduce((a, b) => (b[1] < a[1] ? b : a));
  const max = inside.reduce((a, b) => (b[1] > a[1] ? b : a));
  const middle = (min[1] + max[1]) / 2;
  const half = Math.max(max[1] - min[1], box.range) / 2;
  const x = (at: number) => round(((at - box.from) / (box.to - box.from)) * box.width);
  const y = (value: number) => round(box.height * (0.5 - (value - middle) / (2 * half || 1)));
  const stretches = split(inside, box.gap);
  return {
    lines: stretches.map((stretch) => line(stretch, box.steps, x, y)),
    areas: stretches.map((stretch) => area(stretch, box, x, y)),
    min, max, last: inside.at(-1)!, x, y,
  };
}

/** The stretches between gaps. */
export function split(samples: readonly Sample[], gap: number): Sample[][] {
  const stretches: Sample[][] = [];
  let before: Sample | undefined;
  for (const sample of samples) {
    if (before === undefined || sample[0] - before[0] > gap) {
      stretches.push([]);
    }
    stretches.at(-1)!.push(sample);
    before = sample;
  }
  return stretches;
}

/**
 * How long a silence is a gap: three intervals, or three times the usual distance in a series that was thinned out, and
 * never under 15 s.
 */
export function gapOf(samples: readonly Sample[], intervalSeconds: number | null): number {
  const gaps = samples.slice(1).map((sample, i) => sample[0] - samples[i]![0]).sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return Math.max(3_000 * (intervalSeconds ?? 0), 3 * median, 15_000);
}

function line(stretch: readonly Sample[], steps: boolean, x: (at: number) => number, y: (value: number) => number): string {
  const [first, ...rest] = stretch;
  const start = `M${x(first![0])} ${y(first![1])}`;
  if (rest.length === 0) {
    return `${start}h0.01`;
  }
  return start + rest.map(([at, value]) => (steps ? `H${x(at)}V${y(value)}` : `L${x(at)} ${y(value)}`)).join('');
}

function area(stretch: readonly Sample[], box: SparkBox, x: (at: number) => number, y: (value: number) => number): string {
  return `${line(stretch, box.steps, x, y)}V${box.height}H${x(stretch[0]![0])}Z`;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** Which way the air pressure goes, from what there is of the last three hours; null when that is too little. */
export function trend(samples: readonly Sample[]): 'rising' | 'steady' | 'falling' | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last[0] - first[0] < 10 * 60_000) {
    return null;
  }
  const perThreeHours = slope(samples) * 3 * 3_600_000;
  return perThreeHours > 1 ? 'rising' : perThreeHours < -1 ? 'falling' : 'steady';
}

/** Least squares: change of the value per millisecond. */
function slope(samples: readonly Sample[]): number {
  const meanAt = samples.reduce((sum, sample) => sum + sample[0], 0) / samples.length;
  const meanValue = samples.reduce((sum, sample) => sum + sample[1], 0) / samples.length;
  let above = 0;
  let below = 0;
  for (const [at, value] of samples) {
    above += (at - meanAt) * (value - meanValue);
    below += (at - meanAt) ** 2;
  }
  return below === 0 ? 0 : above / below;
}
