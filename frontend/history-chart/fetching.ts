import type { Answer } from './answer.ts';

/** What comes of asking a source. */
export type Fetched =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'unreachable' };

/** Asks a source; rejects only when it was called off. */
export async function fetchWindow(source: string, query: string, signal: AbortSignal): Promise<Fetched> {
  try {
    const response = await fetch(new URL(`${source}?${query}`, document.baseURI), {
      headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' }, redirect: 'manual', cache: 'no-store', signal,
    });
    if (response.ok) {
      return { kind: 'answer', answer: (await response.json()) as Answer };
    }
    return refusal(response);
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    return { kind: 'unreachable' };
  }
}

function refusal(response: Response): Fetched {
  if (response.status === 401 || response.type === 'opaqueredirect') {
    return { kind: 'signed-out' };
  }
  if (response.status === 404 || response.status === 403) {
    return { kind: 'unknown' };
  }
  return response.status === 400 ? { kind: 'refused', words: 'The server cannot draw this time.' } : { kind: 'unreachable' };
}

/** What to tell a person, and whether to ask again. */
export function troubleText(trouble: Exclude<Fetched, { kind: 'answer' }>): string {
  switch (trouble.kind) {
    case 'signed-out':
      return 'You are signed out. Load the page again to sign in.';
    case 'unknown':
      return 'There is no such point any more, or you may not see it.';
    case 'refused':
      return trouble.words;
    case 'unreachable':
      return 'The server does not answer. Asking again every few seconds.';
  }
}
