/**
 * What was, is and was taken back, without end: every state is immutable and shares most of itself with the one before.
 */
export class Undo<T> {
  private past: T[] = [];
  private future: T[] = [];
  private lastKey: string | null = null;
  now: T;

  constructor(first: T) {
    this.now = first;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** @param key edits with the same one, right after one another, are taken back together (letters of a word) */
  push(next: T, key: string | null = null): void {
    if (next === this.now) {
      return;
    }
    if (key === null || key !== this.lastKey) {
      this.past.push(this.now);
    }
    this.lastKey = key;
    this.future = [];
    this.now = next;
  }

  /** What comes next is taken back by itself. */
  pause(): void {
    this.lastKey = null;
  }

  undo(): boolean {
    return this.step(this.past, this.future);
  }

  redo(): boolean {
    return this.step(this.future, this.past);
  }

  private step(from: T[], to: T[]): boolean {
    const next = from.pop();
    if (next === undefined) {
      return false;
    }
    to.push(this.now);
    this.now = next;
    this.lastKey = null;
    return true;
  }
}
