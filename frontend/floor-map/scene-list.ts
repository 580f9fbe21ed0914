import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { answer, ask, type Reply } from './asking.ts';
import { baseStyles } from './base-styles.ts';
import { controlStyles } from './control-styles.ts';
import { Scenes } from './scene-book.ts';
import './scene-editor.ts';
import './scene-row.ts';
import type { Scene } from './scenes.ts';
import { StoreController } from './store-controller.ts';

/**
 * All scenes: run them, and for those who may, make, change and delete them. Fires scene-book, scene-run, scene-confirm,
 * scene-save, scene-remove, point-command and point-confirm, and expects each to be answered.
 */
export class SceneList extends LitElement {
  static override properties = { edited: { state: true }, said: { state: true } };

  /** Null for a new one; undefined while none is edited. */
  declare edited: Scene | null | undefined;
  declare said: string;

  private readonly scenes = new Scenes(this);
  private readonly live = new StoreController(this, { model: () => this.requestUpdate(), state: () => this.requestUpdate() });

  constructor() {
    super();
    this.edited = undefined;
    this.said = '';
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        max-width: 1080px;
        padding: 24px;
      }

      h1 {
        flex: 1;
        margin: 0;
        font-size: 24px;
        font-weight: 600;
        letter-spacing: -0.012em;
        overflow-wrap: anywhere;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        min-height: 56px;
        margin-bottom: 12px;
      }

      .head button {
        flex: none;
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        border-radius: var(--bmac-radius-l);
        background: var(--bmac-surface);
        box-shadow: 0 0 0 1px var(--bmac-line), var(--bmac-shadow-1);
        overflow: hidden;
      }

      li + li {
        border-top: 1px solid var(--bmac-line);
      }

      .empty {
        padding: 32px;
        border-radius: var(--bmac-radius-l);
        background: var(--bmac-surface);
        color: var(--bmac-text-quiet);
        box-shadow: 0 0 0 1px var(--bmac-line);
      }

      .said {
        min-height: 24px;
        margin: 12px 0;
      }

      @media (max-width: 719px) {
        :host {
          padding: 16px;
        }

        scene-row {
          padding: 12px 16px;
        }
      }
    `,
  ];

  /** What the program says to a question. */
  answer(number: number, reply: Reply): void {
    answer(number, reply);
  }

  override render(): TemplateResult | typeof nothing {
    const { book } = this.scenes;
    if (book === null || !this.live.store.atlas) {
      return nothing;
    }
    return this.edited === undefined
      ? html`
          <div class="head">
            <h1>Scenes</h1>
            ${book.outputs.length > 0 ? html`<button type="button" class="primary" @click=${() => (this.edited = null)}>New scene</button>` : nothing}
          </div>
          ${book.scenes.length === 0 ? this.empty(book.outputs.length > 0) : html`<ul>${book.scenes.map((scene) => this.row(scene))}</ul>`}
          <div class="said" role="status">${this.said}</div>
        `
      : html`
          <div class="head"><h1>${this.edited === null ? 'New scene' : `Edit ${this.edited.name}`}</h1></div>
          <scene-editor .scene=${this.edited} .outputs=${book.outputs} @done=${() => this.closeEditor()}></scene-editor>
        `;
  }

  private empty(may: boolean): TemplateResult {
    return html`<div class="empty">
      There is no scene yet. A scene sets several outputs at once, each to a value of its own: “Evening”, “Meeting”, “Night”.
      ${may ? nothing : 'An engineer makes one, once there is an output to set.'}
    </div>`;
  }

  private row(scene: Scene): TemplateResult {
    return html`<li>
      <scene-row
        .scene=${scene} @ran=${() => void this.scenes.fetch()} @edit=${() => (this.edited = scene)} @remove=${() => void this.erase(scene)}
      ></scene-row>
    </li>`;
  }

  private closeEditor(): void {
    this.edited = undefined;
    void this.scenes.fetch();
  }

  private async erase(scene: Scene): Promise<void> {
    const reply = await ask(this, 'scene-remove', { number: scene.id });
    this.said = reply.outcome === 'confirmed' ? `${scene.name} is deleted.` : (reply.words ?? '');
    await this.scenes.fetch();
  }
}

customElements.define('scene-list', SceneList);
