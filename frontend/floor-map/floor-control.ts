import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { answer, type Reply } from './asking.ts';
import { baseStyles } from './base-styles.ts';
import { controlStyles } from './control-styles.ts';
import { groupsOf } from './group-control.ts';
import { Scenes } from './scene-book.ts';
import './scene-row.ts';
import { StoreController } from './store-controller.ts';
import { controlIcon } from './templates.ts';

/**
 * A button that opens what moves many outputs of a floor at once: the scenes, and all of a kind. Attributes: `floor`, its
 * number; `outputs`, the numbers of those that the person may move, with blanks between. It shows nothing to whoever may move
 * none. Fires what scene-row and group-control fire, and expects each to be answered.
 */
export class FloorControl extends LitElement {
  static override properties = { floor: { type: Number }, outputs: {}, open: { state: true } };

  declare floor: number | null;
  declare outputs: string;
  /** Whether it was ever opened: what came of it last stays in it. */
  declare open: boolean;

  private readonly scenes = new Scenes(this);
  private readonly live = new StoreController(this, { model: () => this.requestUpdate(), state: () => this.requestUpdate() });

  constructor() {
    super();
    this.floor = null;
    this.outputs = '';
    this.open = false;
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        flex: none;
      }

      .opener {
        position: relative;
        display: flex;
        align-items: center;
        gap: 8px;
        height: 40px;
        padding: 0 16px 0 12px;
        border: 1px solid var(--bmac-line-strong);
        border-radius: 12px;
        background: var(--bmac-raised);
        font-weight: 600;
      }

      .opener::after {
        content: '';
        position: absolute;
        inset: -5px 0;
      }

      .control-icon {
        width: 18px;
        height: 18px;
      }

      dialog {
        position: fixed;
        inset: 64px 16px auto auto;
        width: 420px;
        max-width: none;
        max-height: calc(100dvh - 80px);
        margin: 0;
        padding: 0;
        border: 0;
        border-radius: var(--bmac-radius-l);
        background: var(--bmac-surface);
        color: var(--bmac-text);
        box-shadow: var(--bmac-shadow-2);
        overflow: auto;
        overscroll-behavior: contain;
      }

      dialog::backdrop {
        background: rgb(10 16 20 / 20%);
      }

      .head {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px 8px 8px 20px;
        border-bottom: 1px solid var(--bmac-line);
        background: var(--bmac-surface);
      }

      h2 {
        flex: 1;
        min-width: 0;
        margin: 0;
        font-size: 18px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      h3 {
        margin: 0 0 4px;
        font-size: 13px;
        font-weight: 600;
        color: var(--bmac-text-quiet);
      }

      .close {
        display: grid;
        place-items: center;
        flex: none;
        width: var(--bmac-touch);
        height: var(--bmac-touch);
        border: 0;
        border-radius: var(--bmac-radius);
        background: none;
        color: var(--bmac-text-quiet);
      }

      section {
        padding: 16px 20px;
      }

      section + section {
        border-top: 1px solid var(--bmac-line);
      }

      @media (max-width: 719px) {
        .opener {
          justify-content: center;
          width: var(--bmac-touch);
          padding: 0;
        }

        .opener span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        dialog {
          inset: auto 0 0;
          width: 100%;
          max-height: 85dvh;
          border-radius: 16px 16px 0 0;
        }
      }
    `,
  ];

  /** What the program says to a question. */
  answer(number: number, reply: Reply): void {
    answer(number, reply);
  }

  override render(): TemplateResult | typeof nothing {
    const { atlas } = this.live.store;
    const floor = this.floor === null ? undefined : atlas?.floors.get(this.floor);
    if (!atlas || !floor || this.outputs === '') {
      return nothing;
    }
    const mine = new Set(this.outputs.split(' ').map(Number));
    const points = atlas.pointsOn(floor.id).filter(({ id }) => mine.has(id));
    return html`
      <button type="button" class="opener" aria-haspopup="dialog" @click=${() => this.show()}>${controlIcon('sliders')}<span>Control</span></button>
      <dialog aria-labelledby="title" @click=${(event: Event) => event.target === event.currentTarget && this.hide()}>
        ${this.open
          ? html`<div class="head">
                <h2 id="title">Control ${floor.name}</h2>
                <button type="button" class="close" aria-label="Close" @click=${() => this.hide()}>${controlIcon('clear')}</button>
              </div>
              ${this.runnable()}
              <section>
                <h3>All of one kind on ${floor.name}</h3>
                ${groupsOf(points).length === 0
                  ? html`<span class="quiet">There are no two outputs of one kind that you may move here.</span>`
                  : html`<group-control sure .points=${points} .place=${floor.name}></group-control>`}
              </section>`
          : nothing}
      </dialog>
    `;
  }

  private runnable(): TemplateResult | typeof nothing {
    const scenes = this.scenes.book?.scenes.filter(({ objection }) => objection === '') ?? [];
    return scenes.length === 0
      ? nothing
      : html`<section>
          <h3>Scenes</h3>
          ${scenes.map((scene) => html`<scene-row short .scene=${scene}></scene-row>`)}
        </section>`;
  }

  private get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  private show(): void {
    this.open = true;
    this.dialog.showModal();
    void this.scenes.fetch();
  }

  private hide(): void {
    this.dialog.close();
  }
}

customElements.define('floor-control', FloorControl);
