import { quantity, type Point } from './model.ts';
import type { Latest, StoreState } from './protocol.ts';
import { Quality } from './quality.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A space that neither breaks nor stands out, between the thousands of long numbers. */
const THIN = '\u202f';

/** The two words of a kind that has no number, for 0 and for anything else. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  motion: ['clear', 'occupied'],
  relay: ['off', 'on'],
  changeover: ['cooling', 'heating'],
};

/** The number as people write it: 21.4, 612, 12 345. Never "-0.0". */
export function numberText(number: number, decimals: number): string {
  const text = number.toFixed(decimals);
  const positive = Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
  const [whole = '', fraction] = positive.split('.');
  const digits = whole.replace('−', '');
  const grouped = digits.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN) : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The value without its unit: "21.4", "occupied", "off"; "—" for no value. */
export function valueText(point: Point, value: number | null): string {
  if (value === null || !Number.isFinite(value)) {
    return '—';
  }
  const words = WORDS[point.kind];
  return words ? words[value === 0 ? 0 : 1] : numberText(value, point.decimals);
}

/** Whether a word says the value, and no number and unit do. */
export function isWord(point: Point): boolean {
  return point.kind in WORDS;
}

/** Value and unit: "21.4 °C", "occupied". */
export function valueWithUnit(point: Point, value: number | null): string {
  const text = valueText(point, value);
  return point.unit && value !== null ? `${text} ${point.unit}` : text;
}

/** An age in one glance: "2 s", "12 min", "3 h", "2 d". Never negative: clocks differ a little. */
export function age(milliseconds: number): string {
  const ms = Math.max(0, milliseconds);
  if (ms < MINUTE) {
    return `${Math.floor(ms / SECOND)} s`;
  }
  if (ms < HOUR) {
    return `${Math.floor(ms / MINUTE)} min`;
  }
  return ms < 2 * DAY ? `${Math.floor(ms / HOUR)} h` : `${Math.floor(ms / DAY)} d`;
}

/** An age that does not tick where nothing is the matter: "now", "20 s", "3 min". */
export function calmAge(milliseconds: number): string {
  if (milliseconds < 10 * SECOND) {
    return 'now';
  }
  return age(milliseconds < MINUTE ? milliseconds - (milliseconds % (10 * SECOND)) : milliseconds);
}

/** An age as it is spoken: "1 minute", "12 minutes". */
export function ageWords(milliseconds: number): string {
  const ms = Math.max(0, milliseconds);
  const [count, word] =
    ms < MINUTE ? [ms / SECOND, 'second']
    : ms < HOUR ? [ms / MINUTE, 'minute']
    : ms < 2 * DAY ? [ms / HOUR, 'hour']
    : [ms / DAY, 'day'];
  const whole = Math.floor(count as number);
  return `${whole} ${word}${whole === 1 ? '' : 's'}`;
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const HOUR_MINUTE = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** The time of day, with the day in front when it is not today: "14:02:11", "12 May 14:02:11". */
export function timeText(at: number, now: number): string {
  const time = TIME.format(at);
  return new Date(at).toDateString() === new Date(now).toDateString() ? time : `${DAY_MONTH.format(at)} ${time}`;
}

/** What is said while the server keeps no readings; what the screen shows is live as long as there is room for them. */
export function troubleWords(trouble: StoreState, now: number): string {
  return `Readings not kept since ${timeText(trouble.since, now)}: ${trouble.words}`;
}

/** "14:02". */
export function hourMinute(at: number): string {
  return HOUR_MINUTE.format(at);
}

/** What a marker says to those who hear it: "Temperature, Lab 1, 21.5 °C, stale 12 minutes". */
export function spokenName(point: Point, latest: Latest, quality: Quality, now: number): string {
  const parts = [quantity(point), point.place];
  if (latest.value !== null && quality !== Quality.neverSeen && quality !== Quality.bad) {
    parts.push(valueWithUnit(point, latest.value).replaceAll(THIN, ''));
  }
  const state = spokenState(latest, quality, now);
  if (state) {
    parts.push(state);
  }
  return parts.filter((part) => part !== '').join(', ');
}

function spokenState(latest: Latest, quality: Quality, now: number): string {
  switch (quality) {
    case Quality.good:
      return '';
    case Quality.uncertain:
      return latest.reason ? `uncertain: ${latest.reason}` : 'uncertain';
    case Quality.stale:
      return latest.at === null ? 'stale' : `stale ${ageWords(now - latest.at)}`;
    case Quality.offline:
      return 'offline';
    case Quality.bad:
      return 'bad value';
    case Quality.neverSeen:
      return 'no data yet';
  }
}

/** The three texts of a marker: in front, behind, and the small line. */
export interface Face {
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}

/** What is drawn on a marker, by the rules of quality: a value is only shown as long as it may be believed or explained. */
export function face(point: Point, latest: Latest, quality: Quality, now: number): Face {
  switch (quality) {
    case Quality.good:
      return { value: valueText(point, latest.value), unit: unitOf(point), note: goodNote(point, latest, now) };
    case Quality.uncertain:
      return { value: `~${valueText(point, latest.value)}`, unit: unitOf(point), note: latest.reason || 'uncertain' };
    case Quality.stale:
      return { value: valueText(point, latest.value), unit: unitOf(point), note: latest.at === null ? 'stale' : age(now - latest.at) };
    case Quality.offline:
      return { value: '—', unit: '', note: 'offline' };
    case Quality.bad:
      return { value: '?', unit: '', note: 'bad value' };
    case Quality.neverSeen:
      return { value: '', unit: '', note: 'no data yet' };
  }
}

function unitOf(point: Point): string {
  return isWord(point) ? '' : point.unit;
}

function goodNote(point: Point, latest: Latest, now: number): string {
  switch (point.kind) {
    case 'motion':
      return motionNote(latest, now);
    case 'espresso':
    case 'double-espresso':
    case 'coffee':
    case 'double-coffee':
      return latest.since === null ? 'total' : `${age(now - latest.since)} ago`;
    default:
      return [point.name, latest.at === null ? '' : calmAge(now - latest.at)].filter(Boolean).join(' · ');
  }
}

/** How long it has been so: "for 38 min" while occupied, "4 min ago" when somebody was seen last. */
function motionNote(latest: Latest, now: number): string {
  if (latest.value !== 0) {
    return latest.since === null ? 'now' : `for ${age(now - latest.since)}`;
  }
  return latest.lastActive === null ? '' : `${age(now - latest.lastActive)} ago`;
}
