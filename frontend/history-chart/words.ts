import type { Bucket } from './answer.ts';
import type { Summary } from './curve.ts';
import type { Zone } from './zone.ts';

/** What one chart draws, as the program says it. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly place: string;
  readonly unit: string;
  readonly decimals: number;
  readonly steps: boolean;
  /** For 0 and 1 where a word says the value; else empty. */
  readonly words: readonly string[];
  readonly source: string;
}

const THIN = '\u202f';

/** The number as people write it: 21.4, 612, 12 345, −3.0. */
export function numberText(number: number, decimals: number): string {
  if (!Number.isFinite(number)) {
    return '—';
  }
  const text = Math.abs(number).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN) : whole;
  const sign = number < 0 && Number(text) !== 0 ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A value with its unit or in its word; for a mean of words the share of the second: "on 40 % of the time". */
export function valueText(series: Series, value: number): string {
  const [no, yes] = series.words;
  if (!Number.isFinite(value)) {
    return '—';
  }
  if (no === undefined || yes === undefined) {
    return series.unit ? `${numberText(value, series.decimals)} ${series.unit}` : numberText(value, series.decimals);
  }
  if (value === 0 || value === 1) {
    return value === 0 ? no : yes;
  }
  return `${yes} ${shareText(value)} of the time`;
}

/** "40 %", never 0 % or 100 % for what is a little more or less. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.01) {
    return '<1 %';
  }
  return share < 1 && share > 0.99 ? '>99 %' : `${Math.round(share * 100)} %`;
}

const UNITS: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'], [3_600_000, 'h'], [60_000, 'min'], [1_000, 's'], [1, 'ms'],
];

/** "1 min", "15 min", "1.5 h". */
export function lengthText(milliseconds: number): string {
  const [size, unit] = UNITS.find(([least]) => milliseconds >= least) ?? [1, 'ms'];
  return `${Number((milliseconds / size).toFixed(1))} ${unit}`;
}

/** What the line is: single readings where no bucket has more than one, else a mean over so long. */
export function resolution(buckets: readonly Bucket[], width: number, steps: boolean): string {
  return buckets.some((bucket) => bucket.count > 1) || (steps && buckets.some((bucket) => bucket.min !== bucket.max && bucket.count > 0))
    ? `${lengthText(width)} mean`
    : 'single readings';
}

/** A moment, as exactly as the buckets are wide. */
export function momentText(at: number, width: number, zone: Zone): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  if (width >= 86_400_000) {
    return zone.format(at, day);
  }
  return zone.format(at, { ...day, hour: '2-digit', minute: '2-digit', ...(width < 60_000 ? { second: '2-digit' } : {}) });
}

/** A window in words: "12 May 14:05 – 15:05". */
export function extentText(from: number, to: number, zone: Zone): string {
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  if (to - from <= 300_000) {
    clock.second = '2-digit';
  }
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  if (to - from > 60 * 86_400_000) {
    return `${zone.format(from, day)} – ${zone.format(to, day)}`;
  }
  return zone.format(from, day) === zone.format(to, day)
    ? `${zone.format(from, day)}, ${zone.format(from, clock)} – ${zone.format(to, clock)}`
    : `${zone.format(from, { ...day, ...clock })} – ${zone.format(to, { ...day, ...clock })}`;
}

/** The whole name of a series. */
export function nameOf(series: Series): string {
  return series.place ? `${series.label}, ${series.place}` : series.label;
}

/** A window of a series as one would tell it. */
export function told(series: Series, found: Summary): string {
  if (Number.isNaN(found.mean)) {
    return `${nameOf(series)}: no data in this time.`;
  }
  const known = found.coverage > 0.995 ? '' : ` No data for ${shareText(1 - found.coverage)} of the time.`;
  const between = series.words.length > 0
    ? valueText(series, found.mean)
    : Number.isFinite(found.increase) ? `${numberText(found.increase, series.decimals)} more in this time`
    : `between ${valueText(series, found.min)} and ${valueText(series, found.max)}, ${valueText(series, found.mean)} on average`;
  return `${nameOf(series)}: ${between}; at the end ${valueText(series, found.last)}.${known}`;
}
