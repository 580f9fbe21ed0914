import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveStore, StoreListener } from './live-store.ts';
import { pageStore } from './page-store.ts';

/** Lets an element hear the store of its page while it is in the page, and tick once a second while it can be seen. */
export class StoreController implements ReactiveController {
  private readonly listener: StoreListener & { tick?(): void };
  private release: (() => void) | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, listener: StoreListener & { tick?(): void }) {
    this.listener = listener;
    host.addController(this);
  }

  get store(): LiveStore {
    return pageStore();
  }

  hostConnected(): void {
    this.release = this.store.listen(this.listener);
    this.timer = setInterval(() => {
      if (!document.hidden) {
        this.listener.tick?.();
      }
    }, 1_000);
    this.listener.model?.();
    this.listener.state?.();
  }

  hostDisconnected(): void {
    this.release?.();
    clearInterval(this.timer);
  }
}
