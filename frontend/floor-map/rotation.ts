export const EACH_FLOOR = 30_000;
export const AFTER_TOUCH = 120_000;

/** Which floor a kiosk shows: each in turn, and the one that somebody touched for a while longer. Pure; time comes in. */
export class Rotation {
  private next: number;

  constructor(now: number) {
    this.next = now + EACH_FLOOR;
  }

  /** Somebody is here: stay. */
  touched(now: number): void {
    this.next = Math.max(this.next, now + AFTER_TOUCH);
  }

  /** The floor to show now. */
  turn(floors: readonly number[], current: number | null, now: number): number | null {
    const at = current === null ? -1 : floors.indexOf(current);
    if (at >= 0 && now < this.next) {
      return current;
    }
    this.next = now + EACH_FLOOR;
    return floors.length === 0 ? null : floors[(at + 1) % floors.length]!;
  }
}
