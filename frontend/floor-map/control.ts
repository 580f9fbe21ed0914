import { valueWithUnit } from './format.ts';
import type { Point } from './model.ts';
import type { Latest } from './protocol.ts';
import type { Request } from './requests.ts';

/** A command that has no outcome yet. */
export interface Way {
  readonly n: number;
  readonly by: string;
  /** Null when a value is let go of and nothing comes in its place. */
  readonly wanted: number | null;
  readonly since: number;
  readonly sent: boolean;
}

/** A value that is held at one priority. */
export interface Slot {
  readonly p: number;
  /** What the priority is called. */
  readonly name: string;
  readonly by: string;
  readonly value: number | null;
  readonly why: string;
  readonly since: number;
  /** Null for good. */
  readonly until: number | null;
}

/** What is asked of an output, and held for it from the strongest to the weakest. */
export interface Control {
  readonly id: number;
  readonly way: Way | null;
  readonly stack: readonly Slot[];
  /** What it does when nothing is held; null when it stays as it is. */
  readonly otherwise: number | null;
}

/** How a command ended, as the stream sends it. */
export type EndTuple = readonly [n: number, id: number, outcome: string, reported: number | null, words: string, at: number];

export interface Ended {
  readonly n: number;
  readonly id: number;
  readonly outcome: string;
  readonly reported: number | null;
  readonly words: string;
  readonly at: number;
}

/** An override, and of which output. */
export interface Held {
  readonly id: number;
  readonly slot: Slot;
}

export const IDLE: Control = { id: 0, way: null, stack: [], otherwise: null };

/** The weakest priority that overrides: a person's. */
const OPERATOR = 8;
const MOST_ENDS = 1_000;
const MINUTE = 60_000;

/** Everything that the stream has said of control. Changes only through its own methods. */
export class Controls {
  private readonly controls = new Map<number, Control>();
  private readonly ends = new Map<number, Ended>();
  private readonly asked = new Map<number, Request>();
  private readonly dismissed = new Set<number>();

  of(point: number): Control {
    return this.controls.get(point) ?? IDLE;
  }

  /** All overrides, the oldest first. */
  held(): Held[] {
    return [...this.controls.values()]
      .flatMap(({ id, stack }) => stack.filter(overrides).map((slot) => ({ id, slot })))
      .sort((a, b) => a.slot.since - b.slot.since || a.id - b.id);
  }

  /** How one of the last commands ended; undefined while that is not known. */
  ended(command: number): Ended | undefined {
    return this.ends.get(command);
  }

  /** What waits for a second person or was answered a short while ago, oldest first. */
  get requests(): readonly Request[] {
    return [...this.asked.values()].filter(({ n }) => !this.dismissed.has(n)).sort((a, b) => a.n - b.n);
  }

  /** Nobody wants to see this one any more. */
  dismiss(request: number): void {
    this.dismissed.add(request);
  }

  /** What the snapshot leaves out is idle. Gives the points that are different. */
  begin(controls: readonly Control[]): number[] {
    const before = [...this.controls.keys()];
    this.controls.clear();
    return [...new Set([...before, ...this.change(controls)])];
  }

  change(controls: readonly Control[]): number[] {
    for (const control of controls) {
      if (control.way === null && control.stack.length === 0) {
        this.controls.delete(control.id);
      } else {
        this.controls.set(control.id, control);
      }
    }
    return controls.map((control) => control.id);
  }

  end(tuples: readonly EndTuple[]): Ended[] {
    const ends = tuples.map(([n, id, outcome, reported, words, at]) => ({ n, id, outcome, reported, words, at }));
    for (const end of ends) {
      this.ends.set(end.n, end);
    }
    for (const oldest of [...this.ends.keys()].slice(0, Math.max(0, this.ends.size - MOST_ENDS))) {
      this.ends.delete(oldest);
    }
    return ends;
  }

  /** @returns whether anything is different */
  keep(requests: readonly Request[], anew: boolean): boolean {
    const before = this.asked.size;
    if (anew) {
      this.asked.clear();
    }
    for (const request of requests) {
      if (request.state === 'over') {
        this.asked.delete(request.n);
      } else {
        this.asked.set(request.n, request);
      }
    }
    return requests.length > 0 || before !== this.asked.size;
  }
}

export function overrides(slot: Slot): boolean {
  return slot.p <= OPERATOR;
}

/** The override that counts; undefined when nobody overrides. */
export function overrideOf(control: Control): Slot | undefined {
  return control.stack.find(overrides);
}

/** So long a node has to follow. */
const FOLLOWS = 10_000;

/**
 * What rules while the output reports something else: the node was restarted, or somebody moved it on the spot. Undefined
 * where they agree or it is too early to say. Fans and valves may be 1 % off: the firmware reads a duty of 0 back as 1.
 */
export function strayed(point: Point, control: Control, latest: Latest): Slot | undefined {
  const rules = control.stack[0];
  const known = rules !== undefined && rules.value !== null && latest.value !== null && latest.at !== null;
  if (!known || control.way !== null || latest.at! < rules.since + FOLLOWS) {
    return undefined;
  }
  return Math.abs(latest.value! - rules.value!) > (point.unit === '%' ? 1 : 0) ? rules : undefined;
}

/** "→ 60 %". */
export function wantedText(point: Point, wanted: number | null): string {
  return wanted === null ? '→ release' : `→ ${valueWithUnit(point, wanted)}`;
}

/** What is left of an override: "1:42" in hours and minutes, "45 s" in the last minute; empty when it is for good. */
export function timeLeft(until: number | null, now: number): string {
  if (until === null) {
    return '';
  }
  const left = Math.max(0, until - now);
  if (left < MINUTE) {
    return `${Math.ceil(left / 1_000)} s`;
  }
  const minutes = Math.ceil(left / MINUTE);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** "anna, 1:42 left", "anna, for good". */
export function holderText(slot: Slot, now: number): string {
  return `${slot.by}, ${slot.until === null ? 'for good' : `${timeLeft(slot.until, now)} left`}`;
}

/** All that is held in one line: "8 anna 60 % (1:42) › 15 schedule 40 % › 16 default 0 %". Empty when nothing is. */
export function stackText(point: Point, control: Control, now: number): string {
  const slots = control.stack.map((slot) => {
    const left = timeLeft(slot.until, now);
    return `${slot.p} ${slot.by} ${valueWithUnit(point, slot.value)}${left ? ` (${left})` : ''}`;
  });
  const otherwise = control.otherwise === null || control.stack.some((slot) => slot.p === 16) ? [] : [`16 default ${valueWithUnit(point, control.otherwise)}`];
  return [...slots, ...otherwise].join(' › ');
}

/** What a marker says of it to those who hear it; empty when there is nothing to say. */
export function spokenControl(point: Point, control: Control, now: number): string {
  const override = overrideOf(control);
  return [
    control.way ? `${control.way.by} is changing it${control.way.wanted === null ? '' : ` to ${valueWithUnit(point, control.way.wanted)}`}` : '',
    override ? `held by ${holderText(override, now)}` : '',
  ].filter(Boolean).join(', ');
}

/** How it ended, for people: the server's sentence where it has one. */
export function outcomeText(point: Point, wanted: number | null, end: Pick<Ended, 'outcome' | 'reported' | 'words'>): string {
  switch (end.outcome) {
    case 'confirmed':
      return end.reported === null ? 'Confirmed' : `Confirmed: ${valueWithUnit(point, end.reported)}`;
    case 'mismatched':
      return `Commanded ${valueWithUnit(point, wanted)}, but it reports ${valueWithUnit(point, end.reported)}.`;
    case 'superseded':
      return end.words || 'Something newer counts.';
    case 'unanswered':
      return end.words || 'No answer.';
    default:
      return end.words || 'Refused.';
  }
}

/** Whether it is worth trying again. */
export function failed(outcome: string): boolean {
  return outcome !== 'confirmed' && outcome !== 'superseded';
}
