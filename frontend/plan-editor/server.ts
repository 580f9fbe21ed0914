import type { Drawing, Thing } from './drawing.ts';

export interface Opened {
  readonly revision: number;
  readonly published: Drawing;
  readonly drawing: Drawing;
  readonly changes: readonly string[];
  readonly clashes: readonly string[];
  readonly mayAll: boolean;
  readonly things: readonly Thing[];
}

export interface Looked {
  readonly revision: number;
  readonly changes: readonly string[];
  readonly clashes: readonly string[];
  readonly things: readonly Thing[];
}

export interface Loaded {
  readonly plan: string;
  readonly width: number;
  readonly height: number;
  /** How many the file has to choose from. */
  readonly pages: number;
}

/** The server has refused something, for a reason in words. */
export class Refused extends Error {
  readonly status: number;
  readonly clashes: readonly string[];

  constructor(status: number, words: string, clashes: readonly string[]) {
    super(words);
    this.status = status;
    this.clashes = clashes;
  }
}

const MOST_BYTES = 20 * 1024 * 1024;

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(new URL(`stream/editor${path}`, document.baseURI), {
      redirect: 'manual',
      cache: 'no-store',
      ...init,
      headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', ...init.headers },
    });
  } catch {
    throw new Refused(0, 'The server cannot be reached. What you draw stays here meanwhile.', []);
  }
  const text = await response.text();
  if (!response.ok) {
    throw refusal(response.status, text);
  }
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

function refusal(status: number, text: string): Refused {
  try {
    const said = JSON.parse(text) as { words?: string; clashes?: readonly string[] };
    return new Refused(status, said.words || otherwise(status), said.clashes ?? []);
  } catch {
    return new Refused(status, otherwise(status), []);
  }
}

function otherwise(status: number): string {
  return status === 401 ? 'You are signed out. Sign in again in another tab; what you draw stays here.' : `The server answered ${status}.`;
}

export const server = {
  open: () => ask<Opened>(''),
  look: () => ask<Looked>('/changes'),
  save: (revision: number, drawing: Drawing) =>
    ask<{ revision: number; clashes: readonly string[] }>(`/${revision}`, { method: 'PUT', body: JSON.stringify(drawing), headers: { 'Content-Type': 'application/json' } }),
  discard: () => ask<void>('', { method: 'DELETE' }),
  publish: (revision: number) => ask<{ changes: readonly string[] }>(`/${revision}/publication`, { method: 'POST' }),
  settle: (revision: number, keep: 'mine' | 'theirs') => ask<void>(`/${revision}/settlement?keep=${keep}`, { method: 'POST' }),
  load: async (file: Blob, page = 1): Promise<Loaded> => {
    if (file.size > MOST_BYTES) {
      throw new Refused(422, 'A plan has up to 20 MB.', []);
    }
    return ask<Loaded>(`/plans?page=${page}`, { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream' } });
  },
};

/** Where the picture of a plan is; null when there is none. */
export function addressOf(plan: string): string | null {
  const [kind, id, version] = plan.split('/');
  return kind === 'upload' ? `stream/editor/plans/${id}` : kind === 'floor' ? `stream/plan/${id}?v=${version}` : null;
}
