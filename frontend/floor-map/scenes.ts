import { quantity, type Point } from './model.ts';

/** Values for several outputs that are set together, as far as the person before the page may know of it. */
export interface Scene {
  readonly id: number;
  readonly name: string;
  /** How long its values are held. */
  readonly minutes: number;
  readonly values: readonly (readonly [id: number, value: number])[];
  /** How many outputs it has that the person does not see. */
  readonly others: number;
  /** Why the person may not run it; empty for those who may. */
  readonly objection: string;
  /** Whether the person may change and delete it. */
  readonly mine: boolean;
  readonly run: SceneRun | null;
}

/** The last time that a scene was run. */
export interface SceneRun {
  readonly at: number;
  readonly by: string;
  readonly outputs: number;
  readonly done: number;
  readonly failed: number;
}

/** All scenes, and of which outputs the person may make new ones. */
export interface SceneBook {
  readonly scenes: readonly Scene[];
  readonly outputs: readonly number[];
}

/** "All 5 done", "4 of 5 done, 1 failed", "3 of 5 done, 2 under way". */
export function runWords({ outputs, done, failed }: SceneRun): string {
  const open = outputs - done - failed;
  return done === outputs
    ? `All ${outputs} done`
    : [`${done} of ${outputs} done`, failed > 0 ? `${failed} failed` : '', open > 0 ? `${open} without an outcome` : ''].filter(Boolean).join(', ');
}

/** As the program wants to hear it: "7=60 9=0". */
export function itemsOf(values: Iterable<readonly [id: number, value: number]>): string {
  return [...values].map(([id, value]) => `${id}=${value}`).join(' ');
}

/** "for 30 min", "for 2 h". */
export function heldWords(minutes: number): string {
  return minutes % 60 === 0 ? `for ${minutes / 60} h` : `for ${minutes} min`;
}

/** Which outputs are looked for; empty and null for all. */
export interface Search {
  readonly words: string;
  readonly floor: number | null;
  readonly zone: number | null;
  readonly kind: string;
  /** Only those that are chosen. */
  readonly chosen: boolean;
}

/** Whether an output is one of those that are looked for: all words stand somewhere in its names. */
export function matching(point: Point, search: Search, chosen: ReadonlyMap<number, number>): boolean {
  const text = `${quantity(point)} ${point.label} ${point.place} ${point.location}`.toLowerCase();
  return (
    (search.floor === null || point.floor === search.floor) &&
    (search.zone === null || point.zone === search.zone) &&
    (search.kind === '' || point.kind === search.kind) &&
    (!search.chosen || chosen.has(point.id)) &&
    search.words.toLowerCase().split(/\s+/).every((word) => text.includes(word))
  );
}

/** With this output where it was missing, without it where it was there. */
export function choose(values: ReadonlyMap<number, number>, id: number, value: number): ReadonlyMap<number, number> {
  const changed = new Map(values);
  if (!changed.delete(id)) {
    changed.set(id, value);
  }
  return changed;
}
