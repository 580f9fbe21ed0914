/** The time that is shown. */
export type Window =
  | { readonly kind: 'latest'; readonly span: number }
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  | { readonly kind: 'all' };

export interface Range {
  readonly label: string;
  /** For those who hear it. */
  readonly words: string;
  readonly window: Window;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const latest = (span: number): Window => ({ kind: 'latest', span });

export const RANGES: readonly Range[] = [
  { label: '1 h', words: 'Last hour', window: latest(HOUR) },
  { label: '8 h', words: 'Last 8 hours', window: latest(8 * HOUR) },
  { label: '24 h', words: 'Last 24 hours', window: latest(DAY) },
  { label: '7 d', words: 'Last 7 days', window: latest(7 * DAY) },
  { label: '30 d', words: 'Last 30 days', window: latest(30 * DAY) },
  { label: '1 y', words: 'Last year', window: latest(365 * DAY) },
  { label: 'All', words: 'All there is', window: { kind: 'all' } },
];

export const USUAL: Window = latest(DAY);

/** Nobody looks closer. */
export const LEAST = 10_000;
const MOST_BUCKETS = 2_000;

export function same(a: Window, b: Window): boolean {
  switch (a.kind) {
    case 'latest':
      return b.kind === 'latest' && a.span === b.span;
    case 'between':
      return b.kind === 'between' && a.from === b.from && a.to === b.to;
    case 'all':
      return b.kind === 'all';
  }
}

/** Whether it ends now, and so goes on. */
export function isLive(window: Window): boolean {
  return window.kind !== 'between';
}

/** What to ask a source: a bucket for each pixel at most, which is a least and a most for each. */
export function query(window: Window, pixels: number): string {
  const buckets = Math.min(MOST_BUCKETS, Math.max(60, Math.round(pixels)));
  switch (window.kind) {
    case 'latest':
      return `span=${window.span}&buckets=${buckets}`;
    case 'between':
      return `from=${window.from}&to=${window.to}&buckets=${buckets}`;
    case 'all':
      return `buckets=${buckets}`;
  }
}

export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Nearer by a factor above 1, farther by one below, around a moment; never beyond now. */
export function zoomed({ from, to }: Extent, factor: number, around: number, now: number): Window {
  const at = Math.min(to, Math.max(from, around));
  const length = Math.max(LEAST, (to - from) / factor);
  const start = at - ((at - from) / (to - from)) * length;
  return chosen(start, start + length, now);
}

/** Earlier or later by a share of its length; never beyond now. */
export function moved({ from, to }: Extent, share: number, now: number): Window {
  const by = (to - from) * share;
  const end = Math.min(now, to + by);
  return chosen(end - (to - from), end, now);
}

/** What somebody has marked out: it goes on if it reaches until now, and is never too narrow nor in the future. */
export function chosen(from: number, to: number, now: number): Window {
  const length = Math.max(LEAST, Math.round(to - from));
  const middle = (from + to) / 2;
  const wide = to - from < LEAST ? { from: middle - length / 2, to: middle + length / 2 } : { from, to };
  if (wide.to >= now - length / 500) {
    return { kind: 'latest', span: Math.max(LEAST, Math.round(now - Math.max(0, wide.from))) };
  }
  return { kind: 'between', from: Math.max(0, Math.round(wide.from)), to: Math.round(wide.to) };
}

/** The period before, equally long. */
export function before({ from, to }: Extent): Extent {
  return { from: Math.max(0, from - (to - from)), to: from };
}

/** After how long it is worth asking again for what goes on: when there may be another bucket. */
export function pace(width: number): number {
  return Math.min(60_000, Math.max(2_000, width));
}
