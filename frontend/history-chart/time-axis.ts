import type { Zone } from './zone.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface TimeTick {
  readonly at: number;
  readonly label: string;
  /** Whether a new day or year begins there. */
  readonly major: boolean;
}

/** Up to an hour: clocks never shift by less, so that the distance is always the same. */
const SHORT = [1, 2, 5, 10, 15, 30].flatMap((n) => [n * SECOND, n * MINUTE]).concat(HOUR).sort((a, b) => a - b);
const HOURS = [2, 3, 6, 12];
const DAYS = [1, 2, 4, 7, 14];
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Round moments of a window of time, at most so many, as people in the zone would write them. */
export function timeTicks(from: number, to: number, most: number, zone: Zone): TimeTick[] {
  const least = (to - from) / Math.max(1, most);
  const short = SHORT.find((step) => step >= least);
  if (short !== undefined) {
    return even(from, to, short, zone).map((at) => clock(at, short, zone));
  }
  const hours = HOURS.find((step) => step * HOUR >= least);
  if (hours !== undefined) {
    return walk(from, to, (i, { year, month, day }) => zone.moment(year, month, day, i * hours), zone).map((at) => clock(at, HOUR, zone));
  }
  const days = DAYS.find((step) => step * DAY >= least);
  if (days !== undefined) {
    return walk(from, to, (i, { year, month, day }) => zone.moment(year, month, day - (day % days) + i * days), zone).map((at) => date(at, zone));
  }
  const months = MONTHS.find((step) => step * 30 * DAY >= least) ?? 1_200;
  return walk(from, to, (i, { year, month }) => zone.moment(year, monthStart(year, month, months) + i * months, 1), zone).map((at) => monthOf(at, zone));
}

function monthStart(year: number, month: number, months: number): number {
  const count = year * 12 + month - 1;
  return month - (count % months);
}

function even(from: number, to: number, step: number, zone: Zone): number[] {
  const offset = zone.offset(from);
  const moments: number[] = [];
  for (let at = Math.ceil((from + offset) / step) * step - offset; at <= to; at += step) {
    moments.push(at);
  }
  return moments;
}

function walk(from: number, to: number, moment: (i: number, start: ReturnType<Zone['wall']>) => number, zone: Zone): number[] {
  const start = zone.wall(from);
  const moments: number[] = [];
  for (let i = 0; i < 1_000; i++) {
    const at = moment(i, start);
    if (at > to) {
      break;
    }
    if (at >= from && at !== moments.at(-1)) {
      moments.push(at);
    }
  }
  return moments;
}

function clock(at: number, step: number, zone: Zone): TimeTick {
  const { hour, minute, second } = zone.wall(at);
  return hour === 0 && minute === 0 && second === 0
    ? { at, label: zone.format(at, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', ''), major: true }
    : { at, label: zone.format(at, { hour: '2-digit', minute: '2-digit', ...(step < MINUTE ? { second: '2-digit' } : {}) }), major: false };
}

function date(at: number, zone: Zone): TimeTick {
  const { month, day } = zone.wall(at);
  return month === 1 && day === 1
    ? { at, label: zone.format(at, { year: 'numeric' }), major: true }
    : { at, label: zone.format(at, { day: 'numeric', month: 'short' }), major: day === 1 };
}

function monthOf(at: number, zone: Zone): TimeTick {
  const { year, month } = zone.wall(at);
  return month === 1 ? { at, label: String(year), major: true } : { at, label: zone.format(at, { month: 'short' }), major: false };
}
