/** How far a value can be believed, as the stream numbers it: from best to worst as the server counts. */
export const Quality = { good: 0, uncertain: 1, stale: 2, offline: 3, bad: 4, neverSeen: 5 } as const;
export type Quality = (typeof Quality)[keyof typeof Quality];

interface Meaning {
  /** For CSS classes and tests. */
  readonly code: string;
  /** In one or two words, for people. */
  readonly words: string;
  /** How much it wants to be looked at; a zone shows the worst of its points. */
  readonly severity: number;
}

const MEANINGS: Readonly<Record<Quality, Meaning>> = {
  0: { code: 'good', words: 'good', severity: 0 },
  1: { code: 'uncertain', words: 'uncertain', severity: 1 },
  2: { code: 'stale', words: 'stale', severity: 3 },
  3: { code: 'offline', words: 'offline', severity: 4 },
  4: { code: 'bad', words: 'bad value', severity: 5 },
  5: { code: 'never-seen', words: 'no data yet', severity: 2 },
};

export const QUALITIES: readonly Quality[] = [0, 1, 2, 3, 4, 5];

/** What the stream said, or good for a number of a later version that we do not know. */
export function qualityOf(number: number): Quality {
  return QUALITIES[number] ?? Quality.good;
}

export function qualityCode(quality: Quality): string {
  return MEANINGS[quality].code;
}

export function qualityWords(quality: Quality): string {
  return MEANINGS[quality].words;
}

/** Whether a person should look: anything worse than uncertain. */
export function isAbnormal(quality: Quality): boolean {
  return quality > Quality.uncertain;
}

export function severity(quality: Quality): number {
  return MEANINGS[quality].severity;
}

/** The one that wants most to be looked at; good for none at all. */
export function worst(qualities: Iterable<Quality>): Quality {
  let found: Quality = Quality.good;
  for (const quality of qualities) {
    if (severity(quality) > severity(found)) {
      found = quality;
    }
  }
  return found;
}
