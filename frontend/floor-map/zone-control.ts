import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask, type Reply } from './asking.ts';
import { baseStyles } from './base-styles.ts';
import { Batch } from './batch.ts';
import './confirm-dialog.ts';
import type { ConfirmDialog } from './confirm-dialog.ts';
import { outcomeText } from './control.ts';
import { controlStyles } from './control-styles.ts';
import { quantity, type Point } from './model.ts';
import { StoreController } from './store-controller.ts';
import { verb } from './verbs.ts';

const PLURALS: Readonly<Record<string, string>> = { fan: 'fans', valve: 'valves', relay: 'relays', changeover: 'change-overs' };
const USUAL_MINUTES = 120;

/** What is asked of all of a kind at once. */
interface Order {
  readonly items: string;
  readonly minutes: number;
  readonly reason: string;
  readonly secret: string;
}

/**
 * Moves all outputs of one kind in a zone together, each with an outcome of its own. Properties: `zone`, its number; `may`.
 * Fires point-command and point-confirm, and expects each to be answered.
 */
export class ZoneControl extends LitElement {
  static override properties = { zone: { type: Number }, may: { type: Boolean }, batch: { state: true }, said: { state: true } };

  declare zone: number | null;
  declare may: boolean;
  declare batch: Batch | null;
  declare said: string;

  private waiting: { readonly ticket: number; readonly order: Order } | null = null;
  private readonly live = new StoreController(this, {
    model: () => this.requestUpdate(),
    state: () => this.requestUpdate(),
    ended: (end) => this.batch?.hear(end) && this.requestUpdate(),
    tickets: () => this.agreed(),
  });

  constructor() {
    super();
    this.zone = null;
    this.may = false;
    this.batch = null;
    this.said = '';
  }

  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }

      .kind {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 56px;
      }

      .kind span {
        flex: 1;
      }

      .kind button {
        flex: none;
      }

      .result {
        margin-top: 4px;
        font-weight: 600;
      }

      .result:empty {
        display: none;
      }

      ul {
        margin: 8px 0;
        padding: 0 0 0 12px;
        border-left: 5px solid var(--bmac-high);
        list-style: none;
      }

      li + li {
        margin-top: 6px;
      }

      small {
        display: block;
        color: var(--bmac-text-quiet);
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('zone')) {
      this.batch = null;
      this.said = '';
      this.waiting = null;
    }
  }

  private get kinds(): readonly (readonly Point[])[] {
    const outputs = (this.zone === null ? [] : (this.live.store.atlas?.pointsIn(this.zone) ?? [])).filter((point) => point.commandable && point.kind !== 'changeover');
    const kinds = [...new Set(outputs.map((point) => point.kind))];
    return kinds.map((kind) => outputs.filter((point) => point.kind === kind)).filter((points) => points.length > 1);
  }

  override render(): TemplateResult | typeof nothing {
    const { kinds } = this;
    return !this.may || kinds.length === 0
      ? nothing
      : html`
          ${kinds.map((points) => this.kind(points))}
          <div class="result" role="status">${this.batch?.words ?? this.said}</div>
          ${this.failures()}
          <confirm-dialog></confirm-dialog>
        `;
  }

  private kind(points: readonly Point[]): TemplateResult {
    const name = PLURALS[points[0]!.kind] ?? points[0]!.kind;
    const button = (value: number, label: string) => html`<button
      type="button" class="secondary" ?disabled=${this.live.store.freeze !== null}
      aria-label="All ${points.length} ${name} ${label}" @click=${() => void this.order(points, value)}
    >All ${label}</button>`;
    return html`<div class="kind" role="group" aria-label="All ${name}">
      <span>${points.length} ${name}</span> ${points[0]!.kind === 'relay' ? button(1, 'on') : button(100, '100 %')} ${button(0, 'off')}
    </div>`;
  }

  private failures(): TemplateResult | typeof nothing {
    const points = this.live.store.atlas?.points;
    const failures = this.batch?.failures ?? [];
    if (failures.length === 0 || !points) {
      return nothing;
    }
    const failed = failures.flatMap((part) => points.get(part.id) ?? []);
    return html`<ul role="alert">
        ${failures.map((part) => {
          const point = points.get(part.id);
          return point ? html`<li>${quantity(point)}<small>${outcomeText(point, part.wanted, part.end!)}</small></li>` : nothing;
        })}
      </ul>
      <button type="button" class="small" @click=${() => void this.order(failed, failures[0]!.wanted!)}>Retry failed</button>`;
  }

  private async order(points: readonly Point[], value: number): Promise<void> {
    const order: Order = { items: points.map((point) => `${point.id}=${value}`).join(' '), minutes: USUAL_MINUTES, reason: '', secret: '' };
    const reply = await this.send(order);
    if (!reply.confirm) {
      return;
    }
    this.batch = null;
    const reason = await this.renderRoot.querySelector<ConfirmDialog>('confirm-dialog')!.open({
      level: reply.confirm, reason: '', verb: `${verb(points[0]!, value)} ${points.length}`,
      effect: `${verb(points[0]!, value)}: ${points.map(quantity).join(', ')} in ${points[0]!.place}. They are held for 2 h.`,
    });
    if (reason !== null) {
      await this.confirmed({ ...order, reason });
    }
  }

  private async confirmed(order: Order): Promise<void> {
    const reply = await ask(this, 'point-confirm', order);
    const sure = { ...order, secret: reply.secret ?? '' };
    if (reply.secret === undefined) {
      this.said = reply.words ?? '';
    } else if (reply.ready) {
      await this.send(sure);
    } else {
      this.waiting = { ticket: reply.ticket!, order: sure };
      this.said = `Request ${reply.ticket} waits for a second person, who agrees at Overrides.`;
    }
  }

  private agreed(): void {
    const { waiting } = this;
    if (waiting !== null && this.live.store.controls.tickets.some((ticket) => ticket.n === waiting.ticket && ticket.agreed !== null)) {
      this.waiting = null;
      void this.send(waiting.order);
    }
  }

  private async send(order: Order): Promise<Reply> {
    const batch = new Batch(order.items.split(' ').map((item) => item.split('=').map(Number) as [number, number]));
    this.batch = batch;
    const reply = await ask(this, 'point-command', order);
    if (!reply.confirm) {
      batch.learn(reply, this.live.store.controls);
      this.requestUpdate();
    }
    return reply;
  }
}

customElements.define('zone-control', ZoneControl);
