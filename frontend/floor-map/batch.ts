import type { Reply } from './asking.ts';
import { failed, type Controls, type Ended } from './control.ts';

type End = Pick<Ended, 'outcome' | 'reported' | 'words'>;

/** The program left it out, because others were refused. */
const UNASKED: Reply = { outcome: 'refused', words: 'It was left as it is.' };

/** One output of several that were asked for together. */
export interface Part {
  readonly id: number;
  readonly wanted: number | null;
  command: number | null;
  end: End | null;
}

/** Several outputs that were asked for together: one outcome each, as they come. */
export class Batch {
  readonly parts: readonly Part[];

  constructor(wishes: readonly (readonly [id: number, wanted: number | null])[]) {
    this.parts = wishes.map(([id, wanted]) => ({ id, wanted, command: null, end: null }));
  }

  /** What the program said at once: in the order of the wishes, or by output, or the same for all. */
  learn(reply: Reply, controls: Controls): void {
    this.parts.forEach((part, i) => {
      const { all } = reply;
      const one: Reply = all === undefined ? reply : all[i]?.id === part.id ? all[i] : (all.find(({ id }) => id === part.id) ?? UNASKED);
      part.command = one.command ?? null;
      const known = part.command === null ? undefined : controls.ended(part.command);
      part.end = one.outcome === undefined ? (known ?? null) : { outcome: one.outcome, reported: one.reported ?? null, words: one.words ?? '' };
    });
  }

  /** @returns whether it is one of these */
  hear(end: Ended): boolean {
    const part = this.parts.find((candidate) => candidate.command === end.n && candidate.end === null);
    if (part) {
      part.end = end;
    }
    return part !== undefined;
  }

  get pending(): number {
    return this.parts.filter((part) => part.end === null).length;
  }

  get failures(): readonly Part[] {
    return this.parts.filter((part) => part.end !== null && failed(part.end.outcome));
  }

  /** Those that have not followed, because something else counts before it. */
  get held(): readonly Part[] {
    return this.parts.filter((part) => part.end?.outcome === 'superseded');
  }

  /** "2 of 5 done, 1 held, 1 failed, 1 under way". */
  get words(): string {
    const { pending, failures, held } = this;
    const done = this.parts.length - pending - failures.length - held.length;
    return [
      `${done} of ${this.parts.length} done`,
      held.length > 0 ? `${held.length} held by others` : '',
      failures.length > 0 ? `${failures.length} failed` : '',
      pending > 0 ? `${pending} under way` : '',
    ].filter(Boolean).join(', ');
  }
}
