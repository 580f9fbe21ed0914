import type { LitElement } from 'lit';
import { ask, type Question, type Reply } from './asking.ts';
import './confirm-dialog.ts';
import type { ConfirmDialog, Level, Matter } from './confirm-dialog.ts';
import { waits, type Request } from './requests.ts';
import type { StoreController } from './store-controller.ts';

/** What somebody wants done, and how it is confirmed where that is asked for. */
export interface Business {
  readonly question: Question;
  readonly confirm: Question;
  /** Of both questions; `reason` and `secret` are put in its place. */
  readonly detail: { readonly reason: string };
  /** The question what it takes, where a person is to be asked in any case. */
  readonly level?: Question;
  /** What the person is shown. */
  matter(level: Level): Matter;
}

/**
 * Gets something done that may have to be confirmed by the person before the page, in the host's `confirm-dialog`. Where it
 * takes a second person it waits on the server, and nothing of this page is needed any more.
 */
export class Errand {
  /** The request for a second person that came of it last; null when none did. */
  asked: number | null = null;
  /** Something is asked that has no answer yet. */
  busy = false;
  private readonly host: LitElement;
  private readonly live: StoreController;

  constructor(host: LitElement, live: StoreController) {
    this.host = host;
    this.live = live;
  }

  /** What came of it is of no interest any more. */
  forget(): void {
    this.asked = null;
  }

  /** The request that came of it last, as far as it is known; undefined when none did. */
  get request(): Request | undefined {
    return this.live.store.controls.requests.find(({ n }) => n === this.asked);
  }

  /** Whether it waits for a second person. */
  get waits(): boolean {
    const { request } = this;
    return request !== undefined && waits(request, this.live.store.now());
  }

  /** Gives what the program said in the end; null when the person would rather not, or it waits for a second one. */
  async run(business: Business): Promise<Reply | null> {
    this.asked = null;
    const reply = await this.ask(business.level ?? business.question, { ...business.detail, secret: '' });
    if (!reply.confirm) {
      return reply;
    }
    const level = reply.confirm;
    const typed = await this.dialog.open(business.matter(level === 'none' ? 'confirm' : level));
    if (typed === null) {
      return null;
    }
    const detail = { ...business.detail, reason: typed || business.detail.reason, secret: '' };
    return level === 'none' ? this.ask(business.question, detail) : this.confirmed(business, detail);
  }

  private async confirmed(business: Business, detail: object): Promise<Reply | null> {
    const issued = await this.ask(business.confirm, detail);
    if (issued.request !== undefined) {
      this.asked = issued.request;
      this.host.requestUpdate();
      return null;
    }
    return issued.secret === undefined ? issued : this.ask(business.question, { ...detail, secret: issued.secret });
  }

  private async ask(question: Question, detail: object): Promise<Reply> {
    this.busy = true;
    this.host.requestUpdate();
    const reply = await ask(this.host, question, detail);
    this.busy = false;
    this.host.requestUpdate();
    return reply;
  }

  private get dialog(): ConfirmDialog {
    return this.host.renderRoot.querySelector('confirm-dialog')!;
  }
}
