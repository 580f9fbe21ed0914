import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import { controlStyles } from './control-styles.ts';

export type Level = 'confirm' | 'reason' | 'two-persons';

/** What is to be confirmed, in words. */
export interface Matter {
  readonly level: Level;
  readonly effect: string;
  readonly verb: string;
  /** What the dialog is called, where the verb does not say enough. */
  readonly title?: string;
  readonly reason: string;
  /** Which outputs, where they are many. */
  readonly list?: readonly string[];
}

/** Asks a person whether it is meant: the effect, a reason where one is needed, a button that says the verb. */
export class ConfirmDialog extends LitElement {
  static override properties = { matter: { state: true }, reason: { state: true } };

  declare matter: Matter | null;
  declare reason: string;

  private settle: (reason: string | null) => void = () => {};

  constructor() {
    super();
    this.matter = null;
    this.reason = '';
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      dialog {
        width: min(440px, calc(100vw - 32px));
        padding: 24px;
        border: 0;
        border-radius: var(--bmac-radius-l);
        background: var(--bmac-surface);
        color: var(--bmac-text);
        box-shadow: var(--bmac-shadow-2);
      }

      dialog::backdrop {
        background: rgb(10 16 20 / 55%);
      }

      h2 {
        margin: 0 0 8px;
        font-size: 18px;
        font-weight: 600;
      }

      h2,
      p,
      li {
        overflow-wrap: anywhere;
      }

      p {
        margin: 0 0 16px;
      }

      ul {
        max-height: 40dvh;
        margin: 0 0 16px;
        padding: 8px 12px;
        border: 1px solid var(--bmac-line);
        border-radius: var(--bmac-radius);
        background: var(--bmac-surface-quiet);
        list-style: none;
        overflow: auto;
      }

      li + li {
        margin-top: 4px;
      }

      label {
        display: block;
        margin-bottom: 16px;
      }

      .buttons {
        justify-content: flex-end;
      }

      .buttons button {
        flex: none;
        min-width: 104px;
        max-width: 100%;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Opens; gives the reason (empty when none is needed), or null when the person would rather not. */
  open(matter: Matter): Promise<string | null> {
    this.settle(null);
    this.matter = matter;
    this.reason = matter.reason;
    return new Promise((resolve) => {
      this.settle = resolve;
      void this.updateComplete.then(() => {
        this.dialog?.showModal();
        this.renderRoot.querySelector<HTMLElement>(matter.level === 'confirm' ? '.primary' : '.cancel')?.focus();
      });
    });
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override render(): TemplateResult | typeof nothing {
    const { matter } = this;
    if (matter === null) {
      return nothing;
    }
    const needsReason = matter.level !== 'confirm';
    return html`<dialog aria-labelledby="title" aria-describedby="effect" @close=${() => this.close(null)}>
      <h2 id="title">${matter.title ?? matter.verb}?</h2>
      <p id="effect">${matter.effect}${matter.level === 'two-persons' ? ' A second person has to agree within 5 minutes; you need not wait here.' : ''}</p>
      ${matter.list ? html`<ul tabindex="0" aria-label="Outputs">${matter.list.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
      ${needsReason
        ? html`<label>Reason<input class="text" .value=${this.reason} maxlength="300" @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)} /></label>`
        : nothing}
      <div class="buttons">
        <button type="button" class="cancel" @click=${() => this.close(null)}>Cancel</button>
        <button type="button" class="primary" ?disabled=${needsReason && this.reason.trim() === ''} @click=${() => this.close(this.reason.trim())}>
          ${matter.level === 'two-persons' ? 'Ask a second person' : matter.verb}
        </button>
      </div>
    </dialog>`;
  }

  private close(reason: string | null): void {
    const { settle } = this;
    this.settle = () => {};
    this.dialog?.close();
    settle(reason);
    this.matter = null;
  }
}

customElements.define('confirm-dialog', ConfirmDialog);

declare global {
  interface HTMLElementTagNameMap {
    'confirm-dialog': ConfirmDialog;
  }
}
