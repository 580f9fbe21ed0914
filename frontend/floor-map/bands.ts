/** A stretch of carbon dioxide in ppm, and what it is called. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly code: 'good' | 'fair' | 'elevated' | 'poor' | 'high';
}

export const CO2_BANDS: readonly Band[] = [
  { from: 0, to: 800, words: 'good', code: 'good' },
  { from: 800, to: 1_000, words: 'fair', code: 'fair' },
  { from: 1_000, to: 2_000, words: 'elevated', code: 'elevated' },
  { from: 2_000, to: 5_000, words: 'poor', code: 'poor' },
  { from: 5_000, to: Infinity, words: 'very poor', code: 'high' },
];

/** The band that a concentration lies in; a limit belongs to the worse side. */
export function co2Band(ppm: number): Band {
  return CO2_BANDS.findLast((band) => ppm >= band.from) ?? CO2_BANDS[0]!;
}

/** The limits drawn on the scale, and where: near the good end, where people are, there is more room. */
const STOPS: readonly (readonly [ppm: number, share: number])[] = [
  [400, 0], [800, 0.28], [1_000, 0.42], [2_000, 0.7], [5_000, 1],
];

/** Where a concentration stands on the scale, 0 to 1. */
export function co2Share(ppm: number): number {
  for (let i = 1; i < STOPS.length; i++) {
    const [from, low] = STOPS[i - 1]!;
    const [to, high] = STOPS[i]!;
    if (ppm <= to) {
      return low + (high - low) * Math.max(0, (ppm - from) / (to - from));
    }
  }
  return 1;
}
