/** How far back a journey begins, as a person chooses it. */
export const SPANS = [
  { hours: 1, label: '1 h' },
  { hours: 8, label: '8 h' },
  { hours: 24, label: '24 h' },
  { hours: 168, label: '7 d' },
] as const;

/** How many seconds of the past pass in one. */
export const SPEEDS = [1, 10, 60, 600, 3_600] as const;

const HOUR = 3_600_000;
const DAY_TIME = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const WITH_SECONDS = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** "Tue, 12 May, 14:05"; with seconds where a step is shorter than a minute. */
export function momentText(at: number, step: number): string {
  return (step < 60_000 ? WITH_SECONDS : DAY_TIME).format(at);
}

/** From when to when: so many hours up to a moment, and no further than now. */
export function stretch(hours: number, end: number, now: number): { readonly from: number; readonly to: number } {
  const to = Math.min(end, now);
  return { from: to - hours * HOUR, to };
}

/** As an `<input type="datetime-local">` wants it: "2026-05-12T14:05", in the time zone of the browser. */
export function localMinute(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that such an input says; null when it says none. */
export function minuteOf(text: string): number | null {
  const at = new Date(text).getTime();
  return Number.isFinite(at) ? at : null;
}

/** Where play is after so many milliseconds of a person's time, and whether it has come to the end. */
export function played(at: number, to: number, milliseconds: number, speed: number): { readonly at: number; readonly over: boolean } {
  const next = at + milliseconds * speed;
  return { at: Math.min(next, to), over: next >= to };
}
