import type { SceneBook } from './scenes.ts';

/**
 * What an element asks of the program behind the page, and gets answered: it fires an event that says what it wants, with a
 * number, and the program calls `answer` on the element with that number. The person and the rights are those of the page.
 */
export interface Reply {
  /** The command that is under way. */
  readonly command?: number;
  /** It has ended at once. */
  readonly outcome?: string;
  readonly words?: string;
  readonly reported?: number | null;
  /** It has to be confirmed first. */
  readonly confirm?: 'none' | 'confirm' | 'reason' | 'two-persons';
  /** The confirmation that was asked for. */
  readonly secret?: string;
  /** It waits for a second person, under this number. */
  readonly request?: number;
  /** One of each for many. */
  readonly all?: readonly (Reply & { readonly id: number })[];
  /** What went to a node and came back. */
  readonly details?: readonly (readonly [name: string, value: string])[];
  /** The scenes that were asked for. */
  readonly book?: SceneBook;
  /** The scene that was saved. */
  readonly scene?: number;
}

export type Question =
  | 'point-command' | 'point-level' | 'point-confirm' | 'point-release' | 'release-confirm' | 'command-details'
  | 'request-agree' | 'request-decline' | 'request-withdraw'
  | 'scene-book' | 'scene-run' | 'scene-confirm' | 'scene-save' | 'scene-remove';

/** After so long nobody will answer any more. */
const PATIENCE = 15_000;

let last = 0;
const waiting = new Map<number, (reply: Reply) => void>();

/** Asks, and gives the answer; one without an answer in time says so. */
export function ask(element: HTMLElement, type: Question, detail: object): Promise<Reply> {
  const number = ++last;
  const answered = new Promise<Reply>((resolve) => {
    waiting.set(number, resolve);
    setTimeout(() => answer(number, { outcome: 'unanswered', words: 'The server did not answer. Nobody knows whether it was done.' }), PATIENCE);
  });
  element.dispatchEvent(new CustomEvent(type, { detail: { ask: number, ...detail }, bubbles: true, composed: true }));
  return answered;
}

/** What the program says to a question; a second answer counts for nothing. */
export function answer(number: number, reply: Reply): void {
  waiting.get(number)?.(reply);
  waiting.delete(number);
}
