import type { Control, EndTuple } from './control.ts';
import { Quality, qualityOf } from './quality.ts';
import type { Request } from './requests.ts';

/** A point as the stream sends it: id, value, quality, milliseconds since 1970, and a reason when there is one. */
export type PointTuple = readonly [id: number, value: number | null, quality: number, at: number | null, reason?: string];

export interface LinkState {
  readonly up: boolean;
  readonly words: string;
  readonly since: number;
}

/** Whether the server keeps the readings that come. */
export interface StoreState {
  readonly up: boolean;
  readonly words: string;
  readonly since: number;
  /** About how many readings wait. */
  readonly waiting: number;
}

export type ServerMessage =
  | { readonly t: 'snapshot'; readonly seq: number; readonly now: number; readonly link: LinkState; readonly store?: StoreState; readonly points: readonly PointTuple[]; readonly control?: readonly Control[]; readonly requests?: readonly Request[] }
  | { readonly t: 'changes'; readonly seq: number; readonly now: number; readonly link?: LinkState; readonly store?: StoreState; readonly points: readonly PointTuple[] }
  | { readonly t: 'beat'; readonly seq: number; readonly now: number }
  | { readonly t: 'recent'; readonly id: number; readonly points: readonly (readonly [at: number, value: number])[] }
  | { readonly t: 'control'; readonly now: number; readonly points?: readonly Control[]; readonly ends?: readonly EndTuple[]; readonly requests?: readonly Request[] }
  | { readonly t: 'model'; readonly version: number };

/** The message in a frame, or null for what we do not understand: a newer server may say more than we know. */
export function parse(frame: string): ServerMessage | null {
  try {
    const message: unknown = JSON.parse(frame);
    return isMessage(message) ? message : null;
  } catch {
    return null;
  }
}

function isMessage(message: unknown): message is ServerMessage {
  if (typeof message !== 'object' || message === null || !('t' in message)) {
    return false;
  }
  switch (message.t) {
    case 'snapshot':
      return has(message, 'seq', 'now') && 'link' in message && 'points' in message && Array.isArray(message.points);
    case 'changes':
      return has(message, 'seq', 'now') && (!('points' in message) || Array.isArray(message.points));
    case 'beat':
    case 'control':
      return has(message, 'now');
    case 'recent':
      return has(message, 'id') && 'points' in message && Array.isArray(message.points);
    case 'model':
      return true;
    default:
      return false;
  }
}

function has(message: object, ...numbers: string[]): boolean {
  const fields = message as Record<string, unknown>;
  return numbers.every((name) => typeof fields[name] === 'number');
}

/** What is known of a point now. */
export interface Latest {
  readonly value: number | null;
  readonly quality: Quality;
  readonly at: number | null;
  readonly reason: string;
  /** When it took this value, as far as this page has seen; null before it has seen it change. */
  readonly since: number | null;
  /** When it was last something else than 0, as far as this page has seen: the last motion, the last run. */
  readonly lastActive: number | null;
}

export const NEVER_SEEN: Latest = {
  value: null, quality: Quality.neverSeen, at: null, reason: '', since: null, lastActive: null,
};

/** What a message changed. */
export interface Applied {
  readonly points: readonly number[];
  /** The link, or how readings are kept. */
  readonly link: boolean;
}

/** Everything that the stream has said, merged by point. Changes only through {@link apply}. */
export class Readings {
  private readonly latest = new Map<number, Latest>();
  link: LinkState | null = null;
  /** Why readings are not kept now; null while they are. */
  trouble: StoreState | null = null;

  of(point: number): Latest {
    return this.latest.get(point) ?? NEVER_SEEN;
  }

  apply(message: ServerMessage): Applied {
    switch (message.t) {
      case 'snapshot':
        this.trouble = null;
        this.heed(message.store);
        return this.snapshot(message.points, message.link);
      case 'changes':
        return this.heed(message.store, this.changes(message.points ?? [], message.link));
      case 'recent':
        return this.learnActivity(message.id, message.points);
      case 'beat':
      case 'control':
      case 'model':
        return { points: [], link: false };
    }
  }

  /** A point that the snapshot leaves out is unknown again. */
  private snapshot(points: readonly PointTuple[], link: LinkState): Applied {
    const gone = new Set(this.latest.keys());
    points.forEach((tuple) => gone.delete(tuple[0]));
    gone.forEach((id) => this.latest.delete(id));
    const applied = this.changes(points, link);
    return { points: [...applied.points, ...gone], link: true };
  }

  private changes(points: readonly PointTuple[], link: LinkState | undefined): Applied {
    const ids: number[] = [];
    for (const [id, value, quality, at, reason] of points) {
      this.latest.set(id, merge(this.latest.get(id), value, qualityOf(quality), at, reason ?? ''));
      ids.push(id);
    }
    if (link) {
      this.link = link;
    }
    return { points: ids, link: link !== undefined };
  }

  private heed(store: StoreState | undefined, applied: Applied = { points: [], link: false }): Applied {
    if (store === undefined) {
      return applied;
    }
    this.trouble = store.up ? null : store;
    return { ...applied, link: true };
  }

  private learnActivity(id: number, points: readonly (readonly [number, number])[]): Applied {
    const known = this.latest.get(id);
    if (!known) {
      return { points: [], link: false };
    }
    this.latest.set(id, {
      ...known,
      since: known.since ?? lastChange(points, known.value),
      lastActive: Math.max(known.lastActive ?? 0, lastActive(points)) || null,
    });
    return { points: [id], link: false };
  }
}

function merge(before: Latest | undefined, value: number | null, quality: Quality, at: number | null, reason: string): Latest {
  const same = before !== undefined && before.value === value;
  return {
    value, quality, at, reason,
    since: same ? before.since : before === undefined || before.value === null ? null : at,
    lastActive: value !== null && value !== 0 && at !== null ? at : (before?.lastActive ?? null),
  };
}

/** When the series last took the value that it ends with; null when it has had no other. */
function lastChange(points: readonly (readonly [number, number])[], value: number | null): number | null {
  for (let i = points.length - 1; i > 0; i--) {
    if (points[i - 1]![1] !== value) {
      return points[i]![1] === value ? points[i]![0] : null;
    }
  }
  return null;
}

function lastActive(points: readonly (readonly [number, number])[]): number {
  return points.findLast((point) => point[1] !== 0)?.[0] ?? 0;
}
