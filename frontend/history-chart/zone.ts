/** A moment as clocks on the wall show it; month from 1. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A time zone: between moments and what clocks show there, daylight saving and all. */
export class Zone {
  readonly id: string;
  private readonly parts: Intl.DateTimeFormat;
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  /** @param id such as Europe/Berlin; the browser's when empty or unknown */
  constructor(id = '') {
    this.id = known(id) ? id : new Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: this.id, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  wall(at: number): Wall {
    const found: Record<string, number> = {};
    for (const { type, value } of this.parts.formatToParts(at)) {
      found[type] = Number(value);
    }
    const part = (name: string) => found[name] ?? 0;
    return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute'), second: part('second') };
  }

  /** How far clocks are before UTC, in milliseconds. */
  offset(at: number): number {
    const { year, month, day, hour, minute, second } = this.wall(at);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
  }

  /** When clocks show this; numbers beyond their range go over into the next larger. An hour later where they skip it. */
  moment(year: number, month: number, day: number, hour = 0): number {
    const wall = Date.UTC(year, month - 1, day, hour);
    const near = wall - this.offset(wall);
    return wall - this.offset(near);
  }

  format(at: number, options: Intl.DateTimeFormatOptions): string {
    const key = JSON.stringify(options);
    let format = this.formats.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat('en-GB', { timeZone: this.id, hourCycle: 'h23', ...options });
      this.formats.set(key, format);
    }
    return format.format(at);
  }

  /** "UTC+2", "UTC+5:30". */
  offsetWords(at: number): string {
    const minutes = Math.round(this.offset(at) / 60_000);
    const rest = Math.abs(minutes) % 60;
    return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
  }

  /** What to write beside times: "Europe/Berlin, UTC+2". */
  words(at: number): string {
    return this.id === 'UTC' ? this.id : `${this.id}, ${this.offsetWords(at)}`;
  }

  /** "2026-05-12T14:05:00+02:00": what programs read, with milliseconds where there are some. */
  iso(at: number): string {
    const offset = this.offset(at);
    const minutes = Math.abs(Math.round(offset / 60_000));
    const two = (number: number) => String(number).padStart(2, '0');
    const text = new Date(at + offset).toISOString().replace('.000Z', '').replace('Z', '');
    return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }
}

function known(id: string): boolean {
  try {
    return id !== '' && new Intl.DateTimeFormat('en-GB', { timeZone: id }) !== null;
  } catch {
    return false;
  }
}
