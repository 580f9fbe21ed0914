import type { LitElement, ReactiveController } from 'lit';
import { ask } from './asking.ts';
import type { SceneBook } from './scenes.ts';

/** The scenes as the program knew them when it was last asked; fetched when the host comes into the page. */
export class Scenes implements ReactiveController {
  book: SceneBook | null = null;
  private readonly host: LitElement;

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    void this.host.updateComplete.then(() => this.fetch());
  }

  async fetch(): Promise<void> {
    this.book = (await ask(this.host, 'scene-book', {})).book ?? this.book;
    this.host.requestUpdate();
  }
}
