import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import './batch-results.ts';
import { Batch } from './batch.ts';
import './confirm-dialog.ts';
import { controlStyles } from './control-styles.ts';
import { Errand, type Business } from './errand.ts';
import { timeText, valueWithUnit } from './format.ts';
import { controlIcon } from './templates.ts';
import { quantity } from './model.ts';
import { requestOf } from './request-of.ts';
import { isOver } from './requests.ts';
import { heldWords, runWords, type Scene } from './scenes.ts';
import { StoreController } from './store-controller.ts';

/**
 * One scene: what it sets, when it was run last and what came of it, and the way to run it. Properties: `scene`; `short`, for
 * a menu. Fires scene-run and scene-confirm, and what request-row fires, and expects each to be answered; `ran` when
 * something has come of it; `edit` and `remove` where the person may.
 */
export class SceneRow extends LitElement {
  static override properties = { scene: { attribute: false }, short: { type: Boolean, reflect: true }, batch: { state: true }, open: { state: true } };

  declare scene: Scene | null;
  declare short: boolean;
  declare batch: Batch | null;
  declare open: boolean;

  private readonly live = new StoreController(this, {
    model: () => this.requestUpdate(),
    state: () => this.requestUpdate(),
    requests: () => this.answered(),
    ended: (end) => this.batch?.hear(end) && this.heard(),
  });
  private readonly errand = new Errand(this, this.live);

  constructor() {
    super();
    this.scene = null;
    this.short = false;
    this.batch = null;
    this.open = false;
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        padding: 12px 20px;
      }

      :host([short]) {
        padding: 4px 0;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }

      .what {
        flex: 1 1 280px;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      :host([short]) .what {
        flex-basis: 160px;
      }

      h2 {
        margin: 0;
        font-size: 16px;
        font-weight: 600;
      }

      :host([short]) h2 {
        font-size: 14px;
      }

      .facts,
      .why {
        color: var(--bmac-text-quiet);
        font-size: 13px;
      }

      .facts b {
        color: var(--bmac-text);
        font-weight: 600;
      }

      .why {
        display: flex;
        gap: 8px;
        margin-top: 6px;
      }

      .why svg {
        flex: none;
        width: 18px;
        height: 18px;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      .acts button {
        flex: none;
      }

      .acts .primary {
        min-width: 88px;
      }

      @media (max-width: 719px) {
        :host(:not([short])) .acts {
          width: 100%;
          margin-inline-start: -14px;
        }

        :host(:not([short])) .acts .primary {
          margin-inline-start: auto;
          margin-inline-end: -14px;
        }
      }

      .values {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: 4px 24px;
        margin: 8px 0 4px;
        padding: 0;
        list-style: none;
        font-size: 13px;
      }

      .values li {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .values b {
        flex: none;
        font-weight: 600;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scene') && changed.get('scene')?.id !== this.scene?.id) {
      this.batch = null;
      this.open = false;
      this.errand.forget();
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { scene } = this;
    if (scene === null) {
      return nothing;
    }
    return html`
      <div class="row" role="group" aria-label=${scene.name}>
        <div class="what">
          <h2>${scene.name}</h2>
          <div class="facts">${this.facts(scene)}</div>
          ${this.short || scene.run === null ? nothing : html`<div class="facts">${this.lastRun(scene)}</div>`}
        </div>
        <div class="acts">${this.buttons(scene)}</div>
      </div>
      ${scene.objection ? html`<div class="why">${controlIcon('lock')}<span>${scene.objection}</span></div>` : nothing}
      ${this.open ? this.values(scene) : nothing}
      ${requestOf(this.errand)}
      <batch-results
        where .batch=${this.batch} .state=${this.batch?.words ?? ''}
        @retry=${(event: CustomEvent<readonly (readonly [number, number])[]>) => void this.again(event.detail)}
      ></batch-results>
      <confirm-dialog></confirm-dialog>
    `;
  }

  private buttons(scene: Scene): TemplateResult {
    const locked = this.live.store.freeze !== null || this.errand.busy || this.errand.waits;
    const whose = (verb: string) => `${verb} ${scene.name}`;
    return html`
      ${this.short
        ? nothing
        : html`<button type="button" class="small" aria-expanded=${this.open} aria-label=${whose('Values of')} @click=${() => (this.open = !this.open)}>Values</button>`}
      ${scene.mine && !this.short
        ? html`<button type="button" class="small" aria-label=${whose('Edit')} @click=${() => this.say('edit')}>Edit</button>
            <button type="button" class="small" aria-label=${whose('Delete')} @click=${() => void this.erase(scene)}>Delete</button>`
        : nothing}
      ${scene.objection
        ? nothing
        : html`<button type="button" class="primary" aria-label=${whose('Run')} ?disabled=${locked} @click=${() => void this.run(scene)}>Run</button>`}
    `;
  }

  private facts(scene: Scene): string {
    const { atlas } = this.live.store;
    const points = scene.values.flatMap(([id]) => atlas?.points.get(id) ?? []);
    const floors = [...new Set(points.map((point) => (point.floor === null ? '' : (atlas?.floors.get(point.floor)?.name ?? ''))))].filter(Boolean);
    const places = [...new Set(points.map((point) => point.place))];
    const count = scene.values.length + scene.others;
    const where = places.length === 1 && scene.others === 0 ? [places[0]!, ...floors].join(', ') : floors.join(', ');
    return [`${count} ${count === 1 ? 'output' : 'outputs'}`, where, `held ${heldWords(scene.minutes)}`].filter(Boolean).join(' · ');
  }

  private lastRun({ run }: Scene): TemplateResult {
    return html`Last run ${timeText(run!.at, this.live.store.now())} by ${run!.by}: <b>${runWords(run!)}</b>`;
  }

  private lines(scene: Scene): readonly (readonly [what: string, value: string])[] {
    const points = this.live.store.atlas?.points;
    const lines = scene.values.flatMap(([id, value]) => {
      const point = points?.get(id);
      return point ? [[`${point.place}: ${quantity(point)}`, valueWithUnit(point, value)] as const] : [];
    });
    return lines.sort(([a], [b]) => a.localeCompare(b, undefined, { numeric: true }));
  }

  private values(scene: Scene): TemplateResult {
    return html`<ul class="values" aria-label="Values of ${scene.name}">
      ${this.lines(scene).map(([what, value]) => html`<li><span>${what}</span><b>${value}</b></li>`)}
      ${scene.others > 0 ? html`<li>and ${scene.others} that you do not see</li>` : nothing}
    </ul>`;
  }

  private async run(scene: Scene): Promise<void> {
    this.batch = null;
    await this.send(scene, scene.values, { question: 'scene-run', confirm: 'scene-confirm', detail: { ...{ number: scene.id, only: '' }, reason: '' } });
  }

  private async again(wishes: readonly (readonly [id: number, value: number])[]): Promise<void> {
    const { scene } = this;
    if (scene !== null) {
      await this.send(scene, wishes, { question: 'scene-run', confirm: 'scene-confirm', detail: { ...{ number: scene.id, only: wishes.map(([id]) => id).join(' ') }, reason: '' } });
    }
  }

  private async send(scene: Scene, wishes: Scene['values'], business: Pick<Business, 'question' | 'confirm' | 'detail'>): Promise<void> {
    const reply = await this.errand.run({
      ...business,
      matter: (level) => ({
        level, reason: '', verb: 'Run', title: `Run ${scene.name}`, effect: `It sets ${wishes.length} ${wishes.length === 1 ? 'output' : 'outputs'} and is held ${heldWords(scene.minutes)}.`,
        list: this.lines({ ...scene, values: wishes }).map(([what, value]) => `${what} → ${value}`),
      }),
    });
    if (reply !== null && this.scene?.id === scene.id) {
      const batch = new Batch(wishes);
      batch.learn(reply, this.live.store.controls);
      this.batch = batch;
      this.heard();
    }
  }

  /** What was asked of a second person has ended. */
  private answered(): void {
    this.requestUpdate();
    const { request } = this.errand;
    if (request !== undefined && isOver(request)) {
      this.say('ran');
    }
  }

  private heard(): void {
    this.requestUpdate();
    if (this.batch?.pending === 0) {
      this.say('ran');
    }
  }

  private async erase(scene: Scene): Promise<void> {
    const sure = await this.renderRoot.querySelector('confirm-dialog')!.open({
      level: 'confirm', reason: '', verb: 'Delete', title: `Delete ${scene.name}`, effect: 'The outputs stay as they are; only the scene goes.',
    });
    if (sure !== null) {
      this.say('remove');
    }
  }

  private say(type: 'ran' | 'edit' | 'remove'): void {
    this.dispatchEvent(new CustomEvent(type));
  }
}

customElements.define('scene-row', SceneRow);
