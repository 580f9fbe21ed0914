/** How long an override holds, as a person chooses it. */
export type Hold = '30' | '60' | '120' | 'until' | 'good';

export const HOLDS: readonly { readonly hold: Hold; readonly label: string; readonly engineer?: boolean }[] = [
  { hold: '30', label: '30 min' },
  { hold: '60', label: '1 h' },
  { hold: '120', label: '2 h' },
  { hold: 'until', label: 'Until …' },
  { hold: 'good', label: 'For good', engineer: true },
];

const DAY_MINUTES = 24 * 60;

/** Whole minutes; 0 for good; null when it is not said until when. */
export function minutesOf(hold: Hold, until: string, now: number): number | null {
  switch (hold) {
    case 'good':
      return 0;
    case 'until':
      return minutesUntil(until, now);
    default:
      return Number(hold);
  }
}

/** From now until the next time that it is so late ("17:30"), at least one minute and at most a day. */
export function minutesUntil(time: string, now: number): number | null {
  const [hour, minute] = time.split(':').map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour) || Number.isNaN(minute)) {
    return null;
  }
  const then = new Date(now);
  then.setHours(hour, minute, 0, 0);
  const minutes = Math.ceil((then.getTime() - now) / 60_000);
  return minutes > 0 ? minutes : Math.min(DAY_MINUTES, minutes + DAY_MINUTES);
}

/** "for 30 min", "for 2 h", "until 17:30", "for good". */
export function holdWords(hold: Hold, until: string): string {
  switch (hold) {
    case 'good':
      return 'for good';
    case 'until':
      return `until ${until}`;
    case '30':
      return 'for 30 min';
    default:
      return `for ${Number(hold) / 60} h`;
  }
}
