import { fetchPast, Past } from './past.ts';

/** It is fetched again after so many milliseconds. */
const FRESH = 60_000;

/** The hour until now of a floor, fetched from the server while somebody asks for it. */
export class LastHour {
  private readonly changed: () => void;
  private floor: number | null = null;
  private known: Past | null = null;
  private askedAt = -Infinity;
  private asking: AbortController | null = null;

  /** @param changed is called when there is another one */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** What is known of this floor by now; the moment is that of the server. */
  of(floor: number, now: number): Past | null {
    if (floor !== this.floor) {
      this.floor = floor;
      this.known = null;
      this.askedAt = -Infinity;
    }
    if (now - this.askedAt >= FRESH) {
      this.askedAt = now;
      void this.ask(floor, now);
    }
    return this.known;
  }

  /** Nobody asks any more. */
  release(): void {
    this.asking?.abort();
    this.floor = null;
    this.known = null;
  }

  private async ask(floor: number, now: number): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const reply = await fetchPast(floor, now - 3_600_000, now, asking.signal);
    if (asking === this.asking && floor === this.floor && reply.kind === 'past') {
      this.known = Past.of(reply.answer);
      this.changed();
    }
  }
}
