import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { ask, type Question } from './asking.ts';
import { baseStyles } from './base-styles.ts';
import { controlStyles } from './control-styles.ts';
import { countdown, failureLines, isOver, requestLines, requestTitle, requestWords, waits, wentWell, type Request } from './requests.ts';
import { StoreController } from './store-controller.ts';

/**
 * Something that takes a second person: what, who asked and why, how long it still waits, and what this person can do about
 * it; afterwards what became of it. Property: `request`. Fires request-agree, request-decline and request-withdraw, and
 * expects each to be answered.
 */
export class RequestRow extends LitElement {
  static override properties = { request: { attribute: false }, busy: { state: true }, said: { state: true } };

  declare request: Request | null;
  declare busy: boolean;
  declare said: string;

  private readonly live = new StoreController(this, {
    model: () => this.requestUpdate(),
    state: () => this.requestUpdate(),
    tick: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.request = null;
    this.busy = false;
    this.said = '';
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        padding: 12px 14px;
        border: 1.5px solid var(--bmac-accent);
        border-radius: var(--bmac-radius);
        background: var(--bmac-surface);
      }

      :host([data-part='onlooker']) {
        border-color: var(--bmac-line-strong);
      }

      :host([data-state='bad']) {
        border-color: var(--bmac-line-strong);
        border-left: 5px solid var(--bmac-high);
      }

      :host([data-state='good']) {
        border-color: var(--bmac-line-strong);
      }

      b {
        font-weight: 600;
      }

      p,
      ul {
        margin: 4px 0 0;
        overflow-wrap: anywhere;
      }

      p:first-child {
        margin-top: 0;
      }

      ul {
        padding: 0 0 0 18px;
      }

      small {
        display: block;
        margin-top: 4px;
        font-size: 12.5px;
        color: var(--bmac-text-quiet);
        overflow-wrap: anywhere;
      }

      .buttons {
        margin-top: 10px;
      }

      .buttons button {
        flex: 0 1 auto;
        min-width: 112px;
      }

      /* Its word stands below the other words. */
      .buttons button.small {
        min-width: 0;
        margin-inline-start: -14px;
      }

      .left {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-top: 6px;
      }
    `,
  ];

  override updated(): void {
    const { request } = this;
    if (request !== null) {
      this.dataset['part'] = request.part;
      this.dataset['state'] = waits(request, this.live.store.now()) || !isOver(request) ? 'open' : wentWell(request) ? 'good' : 'bad';
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { request } = this;
    const points = this.live.store.atlas?.points;
    if (request === null || !points) {
      return nothing;
    }
    const now = this.live.store.now();
    const open = waits(request, now);
    const lines = requestLines(request, points);
    return html`
      <p><b>${requestTitle(request, points)}</b></p>
      ${request.part !== 'onlooker' && (lines.length > 1 || request.kind === 'scene') ? html`<ul aria-label="Outputs">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
      ${request.part === 'onlooker' ? nothing : html`<small>Request ${request.n} of ${request.part === 'asker' ? 'yours' : request.by}: ${request.why}</small>`}
      <div class="left">
        ${open || !isOver(request) ? html`<span class="ring"></span>` : nothing}
        <span role="status">${open ? (request.part === 'asker' ? 'Waiting for a second person' : request.part === 'second' ? `${request.by} asks for a second person` : 'Waiting') : requestWords(request, points, now)}</span>
        ${open ? html`<span class="quiet" role="timer">${countdown(request.until, now)}</span>` : nothing}
      </div>
      ${this.failures(failureLines(request, points))}
      ${this.said ? html`<p role="alert">${this.said}</p>` : nothing}
      ${this.buttons(request, open)}
    `;
  }

  private failures(lines: readonly string[]): TemplateResult | typeof nothing {
    return lines.length === 0 ? nothing : html`<ul role="alert" aria-label="Not done">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  }

  private buttons(request: Request, open: boolean): TemplateResult | typeof nothing {
    const locked = this.busy || this.live.store.freeze !== null;
    const button = (look: string, word: string, question: Question) =>
      html`<button type="button" class=${look} ?disabled=${locked} aria-label="${word} request ${request.n}" @click=${() => void this.say(question)}>${word}</button>`;
    if (!open) {
      return isOver(request)
        ? html`<div class="buttons"><button type="button" class="small" aria-label="Dismiss request ${request.n}" @click=${() => this.dismiss(request)}>Dismiss</button></div>`
        : nothing;
    }
    switch (request.part) {
      case 'asker':
        return html`<div class="buttons">${button('secondary', 'Withdraw', 'request-withdraw')}</div>`;
      case 'second':
        return html`<div class="buttons">${button('primary', 'Agree', 'request-agree')} ${button('secondary', 'Decline', 'request-decline')}</div>`;
      default:
        return nothing;
    }
  }

  private async say(question: Question): Promise<void> {
    this.busy = true;
    this.said = '';
    const reply = await ask(this, question, { number: this.request!.n });
    this.busy = false;
    this.said = reply.outcome === 'confirmed' ? '' : (reply.words ?? '');
  }

  private dismiss(request: Request): void {
    this.live.store.dismiss(request.n);
  }
}

customElements.define('request-row', RequestRow);
