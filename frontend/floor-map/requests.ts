import { failed, outcomeText, type Ended, type EndTuple, type Slot } from './control.ts';
import { hourMinute, timeText, valueWithUnit } from './format.ts';
import { quantity, type Point } from './model.ts';
import { heldWords } from './scenes.ts';
import { verb } from './verbs.ts';

/** A command that was carried out for a request: how it ended, or that it is under way. */
export type DoneTuple = EndTuple | readonly [n: number, id: number];

/** At which priority it is wished, for how many milliseconds (null for good), and which override ends by it. */
export interface How {
  readonly p: number;
  readonly name: string;
  readonly lasting: number | null;
  readonly ends: Slot | null;
}

/** Onlookers are told neither the value nor how. */
export type WishTuple = readonly [id: number, value: number | null, how?: How];

/** What waits for a second person, or was answered; whoever has no part in it is told that it waits, and where. */
export interface Request {
  readonly n: number;
  readonly part: 'asker' | 'second' | 'onlooker';
  readonly since: number;
  readonly until: number;
  readonly wishes: readonly WishTuple[];
  readonly state: 'waiting' | 'agreed' | 'declined' | 'withdrawn' | 'expired' | 'dropped' | 'over';
  readonly by?: string;
  readonly why?: string;
  readonly kind?: 'set' | 'release' | 'scene';
  readonly scene?: string;
  /** The asker, a program, does it. */
  readonly later?: boolean;
  readonly second?: string;
  readonly words?: string;
  readonly at?: number;
  readonly ends?: readonly DoneTuple[];
}

type Points = ReadonlyMap<number, Point>;

/** Whether somebody may still answer. */
export function waits(request: Request, now: number): boolean {
  return request.state === 'waiting' && request.until > now;
}

/** Whether this one has asked or answered it, and wants to know what became of it. */
export function concerns(request: Request, user: string): boolean {
  return request.part === 'asker' || (request.second !== undefined && request.second === user);
}

/** An operator's own priority, which goes without saying. */
const USUAL_PRIORITY = 8;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** "14:30"; with the day in front when that is another one. */
function clockText(at: number, asked: number): string {
  const today = new Date(at).toDateString() === new Date(asked).toDateString();
  return today ? hourMinute(at) : timeText(at, asked).slice(0, -':00'.length);
}

/** "for 2 h", "for good"; "ends ben's 60 %, held until 14:30"; and "at critical equipment" where it is not an operator's. */
function howWords(point: Point, how: How, asked: number): string {
  const { ends, lasting } = how;
  const what =
    ends !== null ? `ends ${ends.by}'s ${valueWithUnit(point, ends.value)}, held ${ends.until === null ? 'for good' : `until ${clockText(ends.until, asked)}`}`
    : lasting === null ? 'for good'
    : lasting % MINUTE === 0 ? heldWords(lasting / MINUTE)
    : `for ${Math.round(lasting / SECOND)} s`;
  return how.p === USUAL_PRIORITY ? what : `${what}, at ${how.name}`;
}

/** What is asked, an output a line: "Switch on: Relay in Lab 1, for 2 h"; where something is released, whose and what comes then. */
export function requestLines(request: Request, points: Points): readonly string[] {
  return request.wishes.flatMap(([id, value, how]) => {
    const point = points.get(id);
    if (!point) {
      return [];
    }
    const where = `${quantity(point)} in ${point.place}`;
    if (value === null) {
      return [where];
    }
    const line = request.kind === 'release' ? `Release ${where}, then ${verb(point, value).toLowerCase()}` : `${verb(point, value)}: ${where}`;
    return [how ? `${line}${request.kind === 'release' ? '; ' : ', '}${howWords(point, how, request.since)}` : line];
  });
}

/** "Run Evening", "Release 3 outputs", "Switch on: Relay in Lab 1, for 2 h". */
export function requestTitle(request: Request, points: Points): string {
  const lines = requestLines(request, points);
  if (request.part === 'onlooker') {
    return lines.length === 1 ? `A command for ${lines[0]} waits for a second person` : `A command for ${lines.length} outputs waits for a second person`;
  }
  if (request.kind === 'scene') {
    return `Run ${request.scene}`;
  }
  return lines.length === 1 ? lines[0]! : `${request.kind === 'release' ? 'Release' : 'Set'} ${lines.length} outputs`;
}

/** "4 min 31 s left". */
export function countdown(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((until - now) / 1_000));
  return seconds < 60 ? `${seconds} s left` : `${Math.floor(seconds / 60)} min ${seconds % 60} s left`;
}

function isEnd(done: DoneTuple): done is EndTuple {
  return done.length > 2;
}

/** How the commands ended that were carried out, as far as they have. */
export function endsOf(request: Request): readonly Ended[] {
  return (request.ends ?? []).filter(isEnd).map(([n, id, outcome, reported, words, at]) => ({ n, id, outcome, reported, words, at }));
}

/** Whether nothing more is to come of it. */
export function isOver(request: Request): boolean {
  return request.state !== 'waiting' && (request.ends ?? []).every(isEnd);
}

/** What became of it, in words: "ben agreed. Confirmed: on"; of many "ben agreed. 2 of 3 done, 1 failed". */
export function requestWords(request: Request, points: Points, now: number): string {
  switch (request.state) {
    case 'waiting':
      return request.until > now ? '' : 'Nobody agreed in time.';
    case 'agreed':
      return `${request.second} agreed. ${request.later ? 'The program that asked may do it now.' : doneWords(request, points)}`;
    case 'declined':
      return `${request.second} declined.`;
    case 'withdrawn':
      return 'It was withdrawn.';
    case 'expired':
      return 'Nobody agreed in time.';
    case 'dropped':
      return `It was not done. ${request.words ?? ''}`.trim();
    case 'over':
      return 'It is over.';
  }
}

function doneWords(request: Request, points: Points): string {
  const all = request.ends ?? [];
  const ends = endsOf(request);
  if (all.length === 1 && ends.length === 1) {
    const point = points.get(ends[0]!.id);
    return point ? outcomeText(point, wantedOf(request, point.id), ends[0]!) : '';
  }
  const bad = ends.filter(({ outcome }) => failed(outcome)).length;
  const open = all.length - ends.length;
  return [`${ends.length - bad} of ${all.length} done`, bad > 0 ? `${bad} failed` : '', open > 0 ? `${open} under way` : ''].filter(Boolean).join(', ');
}

function wantedOf(request: Request, id: number): number | null {
  return request.wishes.find(([wished]) => wished === id)?.[1] ?? null;
}

/** Of many those that failed, and why. */
export function failureLines(request: Request, points: Points): readonly string[] {
  const ends = endsOf(request);
  return (request.ends ?? []).length < 2
    ? []
    : ends.filter(({ outcome }) => failed(outcome)).flatMap((end) => {
        const point = points.get(end.id);
        return point ? [`${quantity(point)} in ${point.place}: ${outcomeText(point, wantedOf(request, end.id), end)}`] : [];
      });
}

/** Whether it came to what was asked. */
export function wentWell(request: Request): boolean {
  return request.state === 'agreed' && endsOf(request).every(({ outcome }) => !failed(outcome));
}
