import type { Question } from './asking.ts';
import { LiveStore, type ModelAnswer, type Stream, type StreamEar, type Surroundings } from './live-store.ts';
import type { Model } from './model.ts';

/** What a person asks that moves something. */
const COMMANDS: readonly Question[] = ['point-command', 'point-release', 'scene-run'];

let shared: LiveStore | undefined;

/** The one store of this page. */
export function pageStore(): LiveStore {
  return (shared ??= attend(new LiveStore(browser)));
}

/** Puts another world around the store, before anything has asked for it: for the development page. */
export function usePageStore(store: LiveStore): void {
  shared = store;
}

/** Hidden pages are slowed down by the browser, and machines sleep: look at once when somebody looks again. */
function attend(store: LiveStore): LiveStore {
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      store.hurry();
    }
  });
  COMMANDS.forEach((asked) => document.addEventListener(asked, () => store.giveWay()));
  window.addEventListener('online', () => store.hurry());
  window.addEventListener('pagehide', () => store.stop());
  window.addEventListener('pageshow', (event) => event.persisted && store.start());
  return store;
}

const browser: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  painted: (run) => void requestAnimationFrame(() => afterThisFrame(run)),
  fetchModel,
  openStream,
};

/** When the frame has been laid out and painted: what came before that would only wait for it, and be older when it is drawn. */
function afterThisFrame(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
}

async function fetchModel(): Promise<ModelAnswer> {
  try {
    const response = await fetch(new URL('stream/model', document.baseURI), {
      headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
      redirect: 'manual',
      cache: 'no-store',
    });
    if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') {
      return { kind: 'signed-out' };
    }
    return response.ok ? { kind: 'model', model: (await response.json()) as Model } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

function openStream(ear: StreamEar): Stream {
  const address = new URL('stream/map', document.baseURI);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  socket.onmessage = (event) => ear.message(String(event.data));
  socket.onclose = () => ear.closed();
  return {
    send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
    close: () => socket.close(),
  };
}
