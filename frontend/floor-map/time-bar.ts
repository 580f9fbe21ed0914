import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyles } from './base-styles.ts';
import { localMinute, minuteOf, momentText, played, SPANS, SPEEDS, stretch } from './journey.ts';
import { fetchPast, Past } from './past.ts';
import { StoreController } from './store-controller.ts';
import { controlIcon } from './templates.ts';

/** Nobody has touched it for so long: the page goes back to what is of now. */
const IDLE = 5 * 60_000;
/** Play moves so often, in milliseconds. */
const BEAT = 100;

/**
 * Takes the page of its store to the past and through it: a stretch of time up to a moment, a slider in it, play. Attribute
 * `floor`, whose past it is. Fires `live` when somebody has enough of it, or nobody has touched it for five minutes.
 */
export class TimeBar extends LitElement {
  static override properties = {
    floor: { type: Number },
    hours: { state: true },
    end: { state: true },
    speed: { state: true },
    playing: { state: true },
    trouble: { state: true },
    loading: { state: true },
  };

  declare floor: number | null;
  declare private hours: number;
  /** When the stretch ends; null for as late as can be. */
  declare private end: number | null;
  declare private speed: number;
  declare private playing: boolean;
  declare private trouble: string;
  declare private loading: boolean;

  private readonly live = new StoreController(this, { state: () => this.requestUpdate() });
  private asking: AbortController | null = null;
  private beat: ReturnType<typeof setInterval> | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private last = 0;

  constructor() {
    super();
    this.floor = null;
    this.hours = 24;
    this.end = null;
    this.speed = 600;
    this.playing = false;
    this.trouble = '';
    this.loading = false;
  }

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        padding-top: 8px;
        container-type: inline-size;
      }

      .moment {
        display: flex;
        align-items: baseline;
        gap: 8px;
        min-width: 250px;
        font-size: 16px;
        font-weight: 600;
        white-space: nowrap;
      }

      .word {
        padding: 2px 8px;
        border-radius: var(--bmac-radius-s);
        background: var(--bmac-ink);
        color: var(--bmac-on-ink);
        font-size: 13px;
        letter-spacing: 0.06em;
      }

      .slider {
        display: flex;
        align-items: center;
        gap: 8px;
        flex: 1 1 320px;
        min-width: 0;
      }

      .line {
        position: relative;
        flex: 1;
        min-width: 80px;
      }

      /* As far in as the slider's thumb is at its ends. */
      .tick {
        position: absolute;
        bottom: 4px;
        left: calc(8px + (100% - 16px) * var(--at));
        width: 3px;
        height: 10px;
        margin-inline-start: -1px;
        border-radius: 1px;
        background: var(--bmac-hand-text);
      }

      input[type='range'] {
        display: block;
        width: 100%;
        height: 48px;
        margin: 0;
        accent-color: var(--bmac-accent);
        cursor: pointer;
      }

      button,
      select,
      input[type='datetime-local'] {
        height: 40px;
        padding: 0 12px;
        border: 1px solid var(--bmac-line-strong);
        border-radius: var(--bmac-radius);
        background: var(--bmac-surface);
        white-space: nowrap;
      }

      button:hover {
        background: var(--bmac-surface-quiet);
      }

      button[aria-pressed='true'] {
        border-color: var(--bmac-accent);
        background: var(--bmac-accent);
        color: var(--bmac-on-accent);
        font-weight: 600;
      }

      button:disabled,
      input:disabled {
        opacity: 0.5;
        cursor: default;
      }

      .round {
        display: grid;
        place-items: center;
        width: 48px;
        height: 48px;
        flex: none;
        padding: 0;
        border-radius: 24px;
      }

      .control-icon {
        width: 22px;
        height: 22px;
      }

      .group {
        display: flex;
        gap: 4px;
      }

      .primary {
        margin-inline-start: auto;
        min-width: 96px;
        border-color: var(--bmac-accent);
        color: var(--bmac-accent);
        font-weight: 600;
      }

      .trouble {
        flex-basis: 100%;
        color: var(--bmac-text-quiet);
      }

      @media (pointer: coarse) {
        button,
        select,
        input[type='datetime-local'] {
          height: 48px;
        }
      }

      @container (max-width: 640px) {
        .moment {
          flex: 1 1 100%;
          min-width: 0;
        }

        .slider {
          flex-basis: 100%;
        }

        .chosen-end {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.touched();
    for (const type of ['pointerdown', 'keydown', 'input'] as const) {
      this.addEventListener(type, this.touched, { passive: true });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
    this.asking?.abort();
    clearTimeout(this.idle);
    this.live.store.travel(null);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('floor') || changed.has('hours') || changed.has('end')) {
      void this.fetch(changed.has('floor') && !changed.has('hours'));
    }
  }

  override render(): TemplateResult {
    const { past } = this.live.store;
    return html`
      <div class="moment" role=${this.playing ? nothing : 'status'}><span class="word">HISTORY</span>${past ? momentText(past.at, past.step) : this.loading ? 'Loading…' : ''}</div>
      <div class="slider">
        <button type="button" class="round" ?disabled=${!past} aria-label=${this.playing ? 'Pause' : 'Play'} title=${this.playing ? 'Pause' : 'Play'} @click=${() => this.toggle()}>
          ${controlIcon(this.playing ? 'pause' : 'play')}
        </button>
        <div class="line">
        <input
          type="range" aria-label="Moment" ?disabled=${!past} min=${past?.from ?? 0} max=${past?.to ?? 1} step=${past?.step ?? 1}
          .value=${String(past?.at ?? 0)} aria-valuetext=${past ? [momentText(past.at, past.step), ...past.askedNow.map(([, words]) => words)].join(', ') : ''} @input=${(event: Event) => this.scrub(event)}
        />
        ${past?.ticks.map(([at, words]) => html`<i class="tick" title="${momentText(at, past.step)} ${words}" style="--at:${past.share(at)}"></i>`) ?? nothing}
        </div>
      </div>
      <select aria-label="Speed" @change=${(event: Event) => (this.speed = Number((event.target as HTMLSelectElement).value))}>
        ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed} ×</option>`)}
      </select>
      <div class="group" role="group" aria-label="How far back">
        ${SPANS.map(({ hours, label }) => html`<button type="button" aria-pressed=${hours === this.hours} @click=${() => this.go(hours)}>${label}</button>`)}
      </div>
      <input class="chosen-end" type="datetime-local" aria-label="Up to" max=${localMinute(this.live.store.serverNow())}
        .value=${localMinute(this.end ?? past?.to ?? this.live.store.serverNow())} @change=${(event: Event) => this.endAt(event)} />
      <button type="button" class="primary" @click=${() => this.leave()}>Live</button>
      ${past?.askedNow.length ? html`<div class="trouble">${past.askedNow.map(([, words]) => words).join(' · ')}</div>` : nothing}
      ${this.words ? html`<div class="trouble" role="alert">${this.words}</div>` : nothing}
    `;
  }

  private get words(): string {
    return this.trouble || (this.live.store.past?.empty ? 'Nothing is kept of this floor in that time.' : '');
  }

  private async fetch(stay: boolean): Promise<void> {
    this.asking?.abort();
    const { floor } = this;
    if (floor === null) {
      return;
    }
    const asking = (this.asking = new AbortController());
    const { store } = this.live;
    const at = stay && store.past ? store.past.at : undefined;
    const { from, to } = stay && store.past ? store.past : stretch(this.hours, this.end ?? Infinity, store.serverNow());
    this.loading = true;
    const reply = await fetchPast(floor, from, to, asking.signal);
    if (asking !== this.asking || !this.isConnected) {
      return;
    }
    this.loading = false;
    this.trouble = reply.kind === 'failed' ? reply.words : '';
    if (reply.kind === 'past') {
      store.travel(Past.of(reply.answer, at));
    }
  }

  private go(hours: number): void {
    this.pause();
    this.hours = hours;
  }

  private endAt(event: Event): void {
    this.pause();
    this.end = minuteOf((event.target as HTMLInputElement).value);
  }

  private scrub(event: Event): void {
    this.moveTo(Number((event.target as HTMLInputElement).value));
  }

  private moveTo(at: number): void {
    const { store } = this.live;
    if (store.past) {
      store.travel(store.past.seenFrom(at));
    }
  }

  private toggle(): void {
    if (this.playing) {
      this.pause();
      return;
    }
    const { past } = this.live.store;
    if (past && past.at >= past.to) {
      this.moveTo(past.from);
    }
    this.playing = true;
    this.last = performance.now();
    this.beat = setInterval(() => this.play(), BEAT);
  }

  private play(): void {
    const { past } = this.live.store;
    const now = performance.now();
    if (past) {
      const { at, over } = played(past.at, past.to, now - this.last, this.speed);
      this.moveTo(at);
      this.touched();
      if (over) {
        this.pause();
      }
    }
    this.last = now;
  }

  private pause(): void {
    clearInterval(this.beat);
    this.playing = false;
  }

  private readonly touched = (): void => {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.leave(), IDLE);
  };

  private leave(): void {
    this.pause();
    this.live.store.travel(null);
    this.dispatchEvent(new CustomEvent('live'));
  }
}

customElements.define('time-bar', TimeBar);
