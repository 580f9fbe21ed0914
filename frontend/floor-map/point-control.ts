import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { ask, type Reply } from './asking.ts';
import { baseStyles } from './base-styles.ts';
import './confirm-dialog.ts';
import { failed, holderText, outcomeText, overrideOf, stackText, strayed, wantedText, type Control, type Ended, type Slot } from './control.ts';
import { controlStyles } from './control-styles.ts';
import { Errand, type Business } from './errand.ts';
import { valueWithUnit } from './format.ts';
import { HOLDS, holdWords, minutesOf, type Hold } from './hold.ts';
import { HAND } from './icons.ts';
import { quantity, type Point } from './model.ts';
import { Quality } from './quality.ts';
import './request-row.ts';
import { concerns, waits, type Request } from './requests.ts';
import { StoreController } from './store-controller.ts';
import { effect, ends, stepped, verb } from './verbs.ts';

const WAITING_FOR_NODE = 1_000;
const FLASH = 1_500;
const DEBOUNCE = 300;
const END_IS_NEAR = 10 * 60_000;

/** What this page has asked of the output last. Null as a command: not known yet. */
interface Mine {
  readonly wanted: number | null;
  readonly since: number;
  command: number | null;
  end: Pick<Ended, 'outcome' | 'reported' | 'words'> | null;
}

/**
 * What moves one output: it keeps showing what is reported, and beside it what is wished. Properties: `point`; `user`, who
 * sits before it; `may`, whether that one may command it; `engineer`, whether for good. Fires point-command, point-confirm,
 * point-release, release-confirm and command-details, and what request-row fires, and expects each to be answered.
 */
export class PointControl extends LitElement {
  static override properties = {
    point: { attribute: false }, user: {}, may: { type: Boolean }, engineer: { type: Boolean },
    hold: { state: true }, until: { state: true }, reason: { state: true }, draft: { state: true }, mine: { state: true }, details: { state: true },
  };

  declare point: Point | null;
  declare user: string;
  declare may: boolean;
  declare engineer: boolean;
  declare hold: Hold;
  declare until: string;
  declare reason: string;
  declare draft: number | null;
  declare mine: Mine | null;
  declare details: Reply['details'] | null;

  private debounce: ReturnType<typeof setTimeout> | undefined;
  private byHand = false;
  private readonly live = new StoreController(this, {
    state: () => this.requestUpdate(),
    points: (ids) => this.point && ids.includes(this.point.id) && this.requestUpdate(),
    control: (ids) => this.point && ids.includes(this.point.id) && this.requestUpdate(),
    ended: (end) => this.hear(end),
    requests: () => this.requestUpdate(),
    tick: () => this.requestUpdate(),
  });
  private readonly errand = new Errand(this, this.live);

  constructor() {
    super();
    this.point = null;
    this.user = '';
    this.may = false;
    this.engineer = false;
    this.hold = '120';
    this.until = '';
    this.reason = '';
    this.draft = null;
    this.mine = null;
    this.details = null;
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        margin-top: 20px;
        padding-top: 18px;
        border-top: 1px solid var(--bmac-line);
      }

      .chip {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 56px;
        margin-top: 14px;
        padding: 4px 4px 4px 12px;
        border-radius: var(--bmac-radius);
        border: 1.5px solid var(--bmac-hand-text);
      }

      .chip .who {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .chip b {
        font-weight: 600;
      }

      .chip small {
        display: block;
        font-size: 12.5px;
        color: var(--bmac-text-quiet);
      }

      .stack {
        margin: 8px 0 0;
        font-size: 12.5px;
        color: var(--bmac-text-quiet);
        overflow-wrap: anywhere;
      }

      .handle {
        display: grid;
        gap: 14px;
        margin-top: 14px;
      }

      .duty {
        display: flex;
        align-items: center;
        gap: 8px;
      }

      .duty button {
        flex: none;
        width: var(--bmac-touch);
        padding: 0;
        font-size: 22px;
        line-height: 1;
      }

      .track {
        position: relative;
        flex: 1;
        min-width: 0;
      }

      input[type='range'] {
        display: block;
        width: 100%;
        height: var(--bmac-touch);
        margin: 0;
        accent-color: var(--bmac-accent);
        cursor: pointer;
      }

      output {
        position: absolute;
        top: -6px;
        translate: -50%;
        padding: 0 6px;
        border-radius: 4px;
        background: var(--bmac-surface);
        font-size: 12.5px;
        font-weight: 600;
        pointer-events: none;
      }

      /* The ghost of what is wanted. */
      .ghost {
        position: absolute;
        top: 50%;
        width: 20px;
        height: 20px;
        border: 2.5px dashed var(--bmac-accent);
        border-radius: 50%;
        translate: -50% -50%;
        pointer-events: none;
      }

      .scale {
        display: flex;
        justify-content: space-between;
        margin-top: -10px;
        font-size: 11.5px;
        color: var(--bmac-text-quiet);
        pointer-events: none;
      }

      button[aria-pressed='true'] {
        border-color: var(--bmac-accent);
        box-shadow: inset 0 0 0 1px var(--bmac-accent);
      }

      button[data-wanted] {
        border-style: dashed;
        border-color: var(--bmac-accent);
      }

      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        margin-bottom: 6px;
        font-size: 13px;
        font-weight: 600;
        color: var(--bmac-text-quiet);
      }

      .holds {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }

      .holds label {
        position: relative;
        flex: 1 0 auto;
      }

      .holds input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }

      .holds span {
        display: grid;
        place-items: center;
        min-height: var(--bmac-touch);
        padding: 0 8px;
        border: 1.5px solid var(--bmac-line);
        border-radius: var(--bmac-radius);
        font-size: 13px;
        white-space: nowrap;
      }

      .holds :checked + span {
        border-color: var(--bmac-accent);
        background: color-mix(in srgb, var(--bmac-accent) 12%, transparent);
        font-weight: 600;
      }

      .holds :focus-visible + span {
        outline: 2px solid var(--bmac-accent);
        outline-offset: 2px;
      }

      .holds :disabled + span {
        opacity: 0.5;
      }

      .more {
        display: block;
        margin-top: 8px;
        font-size: 13px;
        color: var(--bmac-text-quiet);
      }

      .said {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 24px;
        margin-top: 12px;
      }

      .said:empty {
        display: none;
      }

      .said b {
        font-weight: 600;
      }

      .said.flash {
        margin-inline: -8px;
        padding: 8px;
        border-radius: var(--bmac-radius);
        background: color-mix(in srgb, var(--bmac-accent) 16%, transparent);
        font-weight: 600;
      }

      .failure {
        margin-top: 12px;
        padding: 12px 4px 4px 14px;
        border-radius: var(--bmac-radius);
        border: 1.5px solid var(--bmac-line-strong);
        border-left: 5px solid var(--bmac-high);
      }

      .failure p {
        margin: 0;
        padding-right: 10px;
      }

      .asked {
        margin-top: 12px;
      }

      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 12px;
        margin: 8px 10px 10px 0;
        font-size: 12.5px;
      }

      dt {
        color: var(--bmac-text-quiet);
      }

      dd {
        margin: 0;
        font-family: var(--bmac-font-mono);
        overflow-wrap: anywhere;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('point') && changed.get('point')?.id !== this.point?.id) {
      clearTimeout(this.debounce);
      this.draft = null;
      this.mine = null;
      this.details = null;
      this.reason = '';
      this.hold = '120';
      this.errand.forget();
    }
  }

  /** What comes and goes stands below the buttons: nothing may slide under the finger that presses them. */
  override render(): TemplateResult | typeof nothing {
    const { point } = this;
    if (!point?.commandable) {
      return nothing;
    }
    const { store } = this.live;
    const control = store.controls.of(point.id);
    const override = overrideOf(control);
    const stack = stackText(point, control, store.now());
    return html`
      ${this.may ? this.handle(point, control) : nothing}
      ${this.said(point, control)} ${this.failure(point)} ${this.requests(point)}
      ${override ? this.chip(override) : nothing}
      ${stack ? html`<p class="stack" aria-label="What is held, the strongest first">${stack}</p>` : nothing}
      <confirm-dialog></confirm-dialog>
    `;
  }

  /** What waits for a second person here, and what became last of what this person has asked or answered. */
  private asked(point: Point): readonly Request[] {
    const { store } = this.live;
    const here = store.controls.requests.filter(({ wishes }) => wishes.some(([id]) => id === point.id));
    const open = here.filter((request) => waits(request, store.now()));
    const done = here.findLast((request) => !open.includes(request) && concerns(request, this.user));
    return done ? [...open, done] : open;
  }

  private requests(point: Point): TemplateResult {
    return html`${repeat(this.asked(point), ({ n }) => n, (request) => html`<request-row class="asked" .request=${request}></request-row>`)}`;
  }

  private chip(slot: Slot): TemplateResult {
    const now = this.live.store.now();
    const near = slot.until !== null && slot.until - now < END_IS_NEAR;
    return html`<div class="chip">
      ${unsafeSVG(HAND)}
      <div class="who">
        <b>${holderText(slot, now)}</b>${near ? html`<small>It ends soon. Set it again to hold it longer.</small>` : nothing}
        ${slot.why ? html`<small>${slot.why}</small>` : nothing}
      </div>
      ${this.may && this.obstacle === '' ? html`<button type="button" class="small" @click=${() => this.release(slot)}>Release</button>` : nothing}
    </div>`;
  }

  /** Why nobody can move it now; empty when it can be tried. */
  private get obstacle(): string {
    const { store } = this.live;
    const { freeze } = store;
    if (freeze !== null) {
      return freeze.by === 'broker' ? 'The link to the broker is lost.' : 'The server cannot be reached.';
    }
    const { latest, quality } = store.look(this.point!.id);
    return quality === Quality.offline ? `The node is offline${latest.reason ? `: ${latest.reason}` : ''}.` : '';
  }

  private handle(point: Point, control: Control): TemplateResult {
    const { obstacle } = this;
    const other = control.way !== null && control.way.by !== this.user ? control.way : null;
    const locked = obstacle !== '' || other !== null || this.asked(point).some((request) => request.part === 'asker' && waits(request, this.live.store.now()));
    const states = ends(point);
    return html`
      <div class="handle">
        ${states ? this.two(point, states, control, locked) : this.duty(point, control, locked)}
        ${obstacle ? html`<div class="quiet">${obstacle} It cannot be moved now.</div>` : this.holds(locked)}
      </div>
    `;
  }

  private two(point: Point, states: readonly number[], control: Control, locked: boolean): TemplateResult {
    const { latest } = this.live.store.look(point.id);
    const button = (value: number) => html`<button
      type="button"
      class="secondary"
      aria-pressed=${latest.value === value}
      ?data-wanted=${this.wanted(control) === value}
      ?disabled=${locked}
      @click=${() => void this.send(value)}
    >${verb(point, value)}</button>`;
    return html`<div class="buttons" role="group" aria-label=${quantity(point)}>${states.map(button)}</div>`;
  }

  private duty(point: Point, control: Control, locked: boolean): TemplateResult {
    const { latest } = this.live.store.look(point.id);
    const reported = latest.value ?? 0;
    const wanted = this.wanted(control);
    const shown = this.draft ?? reported;
    const at = (value: number) => `left: calc(${value}% + ${(0.5 - value / 100) * 16}px)`;
    return html`<div>
      <div class="duty" role="group" aria-label=${quantity(point)}>
        <button type="button" class="secondary" aria-label="Less" ?disabled=${locked || shown <= 0} @click=${() => this.nudge(-5)}>−</button>
        <div class="track">
          <input
            type="range" min="0" max="100" step="5" aria-label=${quantity(point)} aria-valuetext=${valueWithUnit(point, shown)}
            .value=${String(stepped(shown))} ?disabled=${locked}
            @pointerdown=${() => (this.byHand = true)} @input=${this.dragged} @change=${this.dropped}
          />
          ${wanted === null || this.draft !== null ? nothing : html`<span class="ghost" style=${at(wanted)}></span>`}
          ${this.draft === null ? nothing : html`<output style=${at(this.draft)}>${valueWithUnit(point, this.draft)}</output>`}
        </div>
        <button type="button" class="secondary" aria-label="More" ?disabled=${locked || shown >= 100} @click=${() => this.nudge(5)}>+</button>
      </div>
    </div>`;
  }

  private holds(locked: boolean): TemplateResult {
    return html`<fieldset ?disabled=${locked}>
      <legend>Hold it for</legend>
      <div class="holds">
        ${HOLDS.filter(({ engineer }) => !engineer || this.engineer).map(({ hold, label }) => html`<label>
          <input type="radio" name="hold" value=${hold} .checked=${this.hold === hold} @change=${() => (this.hold = hold)} /><span>${label}</span>
        </label>`)}
      </div>
      ${this.hold === 'until'
        ? html`<label class="more">Until<input class="text" type="time" .value=${this.until} @input=${(event: Event) => (this.until = (event.target as HTMLInputElement).value)} /></label>`
        : nothing}
      ${this.hold === 'good'
        ? html`<label class="more">Reason<input class="text" maxlength="300" .value=${this.reason} @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)} /></label>`
        : nothing}
    </fieldset>`;
  }

  /** What is under way, in words; changes are read out. */
  private said(point: Point, control: Control): TemplateResult {
    const { mine } = this;
    const { way } = control;
    if (mine !== null && mine.end === null) {
      const late = this.live.store.now() - mine.since > WAITING_FOR_NODE;
      return html`<div class="said" role="status"><span class="ring"></span><span><b>${wantedText(point, mine.wanted)}…</b>${late ? ' waiting for the node' : ''}</span></div>`;
    }
    if (way !== null) {
      const who = way.by === this.user ? 'You are' : `${way.by} is`;
      return html`<div class="said" role="status"><span class="ring"></span><span>${who} changing this <b>${wantedText(point, way.wanted)}</b></span></div>`;
    }
    if (mine?.end && !failed(mine.end.outcome)) {
      return html`<div class="said flash" role="status">✓ ${outcomeText(point, mine.wanted, mine.end)}</div>`;
    }
    return html`<div class="said" role="status"></div>`;
  }

  /** Held, and not so: nobody sends it again by itself, because somebody may stand there and have moved it. */
  private stray(point: Point): TemplateResult | typeof nothing {
    const { store } = this.live;
    const { latest, quality } = store.look(point.id);
    const held = quality <= Quality.uncertain ? strayed(point, store.controls.of(point.id), latest) : undefined;
    return held === undefined
      ? nothing
      : html`<div class="failure" role="alert">
          <p>Held at ${valueWithUnit(point, held.value)}, but it reports ${valueWithUnit(point, latest.value)}: the node was restarted, or it was moved on the spot.</p>
          ${this.may ? html`<div><button type="button" class="small" @click=${() => void this.send(held.value!)}>${verb(point, held.value!)} again</button></div>` : nothing}
        </div>`;
  }

  private failure(point: Point): TemplateResult | typeof nothing {
    const { mine } = this;
    if (!mine?.end || !failed(mine.end.outcome)) {
      return mine === null || mine.end !== null ? this.stray(point) : nothing;
    }
    const { wanted, command } = mine;
    return html`<div class="failure" role="alert">
      <p>${outcomeText(point, wanted, mine.end)}</p>
      <div>
        ${wanted === null || !this.may ? nothing : html`<button type="button" class="small" @click=${() => void this.send(wanted)}>Retry</button>`}
        ${command === null ? nothing : html`<button type="button" class="small" aria-expanded=${this.details !== null} @click=${() => void this.explain(command)}>Details</button>`}
        <button type="button" class="small" @click=${() => (this.mine = null)}>Dismiss</button>
      </div>
      ${this.details ? html`<dl>${this.details.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>` : nothing}
    </div>`;
  }

  /** What is asked of it and not there yet. */
  private wanted(control: Control): number | null {
    return this.mine !== null && this.mine.end === null ? this.mine.wanted : (control.way?.wanted ?? null);
  }

  private readonly dragged = (event: Event): void => {
    this.draft = Number((event.target as HTMLInputElement).value);
  };

  /** A finger that lets go means it; keys may go on. */
  private readonly dropped = (): void => {
    const { byHand } = this;
    this.byHand = false;
    this.sendDraft(byHand ? 0 : DEBOUNCE);
  };

  private nudge(by: number): void {
    const control = this.live.store.controls.of(this.point!.id);
    const from = this.draft ?? this.wanted(control) ?? this.live.store.look(this.point!.id).latest.value ?? 0;
    const to = by > 0 ? Math.floor(from / 5) * 5 + by : Math.ceil(from / 5) * 5 + by;
    this.draft = stepped(to);
    this.sendDraft(DEBOUNCE);
  }

  private sendDraft(after: number): void {
    clearTimeout(this.debounce);
    this.debounce = setTimeout(() => {
      const { draft } = this;
      this.draft = null;
      if (draft !== null) {
        void this.send(draft);
      }
    }, after);
  }

  private async send(value: number): Promise<void> {
    const minutes = minutesOf(this.hold, this.until, this.live.store.now());
    const reason = this.reason.trim();
    if (minutes === null || (minutes === 0 && reason === '')) {
      this.mine = this.refused(value, minutes === null ? 'Say until when it is to be held.' : 'To hold it for good needs a reason.');
      return;
    }
    await this.command({ id: this.point!.id, value, minutes, reason });
  }

  private refused(wanted: number, words: string): Mine {
    return { ...this.begun(wanted), end: { outcome: 'refused', reported: null, words } };
  }

  private begun(wanted: number | null): Mine {
    return { wanted, since: this.live.store.now(), command: null, end: null };
  }

  private async command(wish: Wish): Promise<void> {
    const point = this.point!;
    const { store } = this.live;
    await this.run(wish.value, {
      question: 'point-command', confirm: 'point-confirm', detail: detail(wish),
      matter: (level) => ({
        level, verb: verb(point, wish.value), reason: wish.reason,
        effect: effect(point, wish.value, store.look(point.id).latest.value, this.occupied(point), holdWords(this.hold, this.until)),
      }),
    });
  }

  private async release(slot: Slot): Promise<void> {
    const point = this.point!;
    await this.run(null, {
      question: 'point-release', confirm: 'release-confirm', detail: { ...{ items: `${point.id}:${slot.p}`, minutes: 0 }, reason: '' },
      matter: (level) => ({
        level, verb: 'Release', reason: '',
        effect: `${quantity(point)} in ${point.place} is let go of: it takes what comes next at once, or stays as it is where nothing does.`,
      }),
    });
  }

  private occupied(point: Point): boolean {
    const { store } = this.live;
    const near = point.zone === null ? [] : (store.atlas?.pointsIn(point.zone) ?? []);
    return near.some((other) => other.kind === 'motion' && store.look(other.id).latest.value === 1);
  }

  /** While a person is asked whether it is meant nothing is under way. */
  private async run(wanted: number | null, business: Business): Promise<void> {
    const { point } = this;
    const mine = this.begun(wanted);
    this.mine = mine;
    this.details = null;
    const reply = await this.errand.run({
      ...business,
      matter: (level) => {
        this.mine = this.mine === mine ? null : this.mine;
        return business.matter(level);
      },
    });
    if (reply !== null && this.point?.id === point!.id) {
      this.mine ??= mine;
      this.learn(mine, reply);
    }
  }

  private learn(mine: Mine, reply: Reply): void {
    const one = reply.all?.[0] ?? reply;
    mine.command = one.command ?? null;
    const known = one.command === undefined ? undefined : this.live.store.controls.ended(one.command);
    if (one.outcome !== undefined) {
      this.finish(mine, { outcome: one.outcome, reported: one.reported ?? null, words: one.words ?? '' });
    } else if (known) {
      this.finish(mine, known);
    }
  }

  private hear(end: Ended): void {
    if (this.mine !== null && this.mine.command === end.n) {
      this.finish(this.mine, end);
    }
  }

  /** A newer wish of this page has taken the place of an older one: nobody wants to hear of that. */
  private finish(mine: Mine, end: Pick<Ended, 'outcome' | 'reported' | 'words'>): void {
    mine.end = end;
    if (this.mine === mine) {
      this.requestUpdate();
      if (!failed(end.outcome)) {
        setTimeout(() => this.mine === mine && (this.mine = null), end.outcome === 'confirmed' ? FLASH : 4 * FLASH);
      }
    }
  }

  private async explain(command: number): Promise<void> {
    if (this.details !== null) {
      this.details = null;
      return;
    }
    this.details = (await ask(this, 'command-details', { number: command })).details ?? [['Details', 'are not kept any more']];
  }
}

/** What goes to the program; minutes 0 for good. */
interface Wish {
  readonly id: number;
  readonly value: number;
  readonly minutes: number;
  readonly reason: string;
}

/** As the program wants to hear it. */
function detail({ id, value, minutes, reason }: Wish) {
  return { items: `${id}=${value}`, minutes, reason };
}

customElements.define('point-control', PointControl);
