const STEPS = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

/** How long to wait before trying again: longer each time up to half a minute, for ever, and not all pages at once. */
export class BackOff {
  private readonly random: () => number;
  private tries = 0;

  /** @param random 0 to 1, as Math.random */
  constructor(random: () => number) {
    this.random = random;
  }

  /** Milliseconds to the next try: the step, give or take a fifth. */
  next(): number {
    const step = STEPS[Math.min(this.tries, STEPS.length - 1)]!;
    this.tries++;
    return Math.round(step * (0.8 + 0.4 * this.random()));
  }

  /** It worked: the next loss starts from the beginning. */
  reset(): void {
    this.tries = 0;
  }
}
