import type { ServerMessage } from './protocol.ts';

/** A person does not see that a value waits for so long, but feels when what they pressed does. In milliseconds. */
const VALUES = 300;
/** A step on the way to an outcome that follows this fast is drawn together with it. In milliseconds. */
const STEPS = 100;

/**
 * Lets the outcome of what somebody asks on this page go first: values wait until it is painted, and the steps before it
 * until it is there; neither for longer than a moment.
 */
export class GivingWay {
  private readonly later: (milliseconds: number, run: () => void) => () => void;
  private readonly take: (message: ServerMessage) => void;
  /** What waits, in order; null when nothing has to. */
  private held: ServerMessage[] | null = null;
  private holdsSteps = false;
  private callOff: () => void = () => {};

  /**
   * @param later runs something once, after so many milliseconds; its answer calls that off
   * @param take gets what has waited
   */
  constructor(later: (milliseconds: number, run: () => void) => () => void, take: (message: ServerMessage) => void) {
    this.later = later;
    this.take = take;
  }

  /** From now on; while it gives way already, nothing changes. */
  give(): void {
    if (this.held === null) {
      this.held = [];
      this.holdsSteps = true;
      this.callOff = this.later(STEPS, () => {
        this.release('control');
        this.callOff = this.later(VALUES - STEPS, () => this.end());
      });
    }
  }

  /** Whether it keeps this message, and hands it on later; an outcome it never keeps, but lets the steps before it out. */
  keeps(message: ServerMessage): boolean {
    if (this.held === null) {
      return false;
    }
    if (message.t === 'control' && (message.ends?.length ?? 0) > 0) {
      this.release('control');
    } else if (message.t === 'changes' || (message.t === 'control' && this.holdsSteps)) {
      this.held.push(message);
      return true;
    }
    return false;
  }

  /** Hands on all that waits. */
  end(): void {
    this.release('control');
    this.release('changes');
    this.forget();
  }

  /** What waits is out of date: a snapshot has come, or the line is gone. */
  forget(): void {
    this.callOff();
    this.held = null;
  }

  private release(t: 'control' | 'changes'): void {
    const held = this.held ?? [];
    this.held = held.filter((message) => message.t !== t);
    this.holdsSteps &&= t !== 'control';
    held.filter((message) => message.t === t).forEach(this.take);
  }
}
