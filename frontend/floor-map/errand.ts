import type { LitElement, ReactiveController } from 'lit';
import { ask, type Question, type Reply } from './asking.ts';
import './confirm-dialog.ts';
import type { ConfirmDialog, Level, Matter } from './confirm-dialog.ts';
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

const LOOK_AGAIN = 1_000;

/**
 * Gets something done that may have to be confirmed: by the person before the page, in the host's `confirm-dialog`, or by a
 * second one elsewhere. It is asked for with the secret of the confirmation then.
 */
export class Errand implements ReactiveController {
  /** The request that waits for a second person; null when none does. */
  ticket: number | null = null;
  /** Something is asked that has no answer yet. */
  busy = false;
  private readonly host: LitElement;
  private readonly live: StoreController;
  private callOff: () => void = () => {};

  constructor(host: LitElement, live: StoreController) {
    this.host = host;
    this.live = live;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.giveUp();
  }

  /** Waits for nobody any more. */
  giveUp(): void {
    this.callOff();
  }

  /** "Request 3 waits for a second person, who agrees at Overrides."; empty when nothing waits. */
  get words(): string {
    return this.ticket === null ? '' : `Request ${this.ticket} waits for a second person, who agrees at Overrides.`;
  }

  /** Gives what the program said in the end; null when the person would rather not. */
  async run(business: Business): Promise<Reply | null> {
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
    if (issued.secret === undefined) {
      return issued;
    }
    if (!issued.ready && !(await this.second(issued.ticket!))) {
      return null;
    }
    return this.ask(business.question, { ...detail, secret: issued.secret });
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

  /** Whether the second person agreed; a ticket that was there and is gone is worth a try. */
  private second(ticket: number): Promise<boolean> {
    const { store } = this.live;
    this.giveUp();
    this.ticket = ticket;
    this.host.requestUpdate();
    return new Promise((resolve) => {
      let seen = false;
      const look = () => {
        const found = store.controls.tickets.find(({ n }) => n === ticket);
        if (found ? found.agreed !== null : seen) {
          end(true);
        } else if (found && found.until <= store.now()) {
          end(false);
        }
        seen ||= found !== undefined;
      };
      const deaf = store.listen({ tickets: look });
      const timer = setInterval(look, LOOK_AGAIN);
      const end = (agreed: boolean) => {
        deaf();
        clearInterval(timer);
        this.callOff = () => {};
        this.ticket = null;
        this.host.requestUpdate();
        resolve(agreed);
      };
      this.callOff = () => end(false);
      look();
    });
  }
}
