import { BackOff } from './back-off.ts';
import { Controls, type Ended } from './control.ts';
import { GivingWay } from './giving-way.ts';
import { Atlas, type Model } from './model.ts';
import type { Past } from './past.ts';
import { parse, Readings, type Latest, type ServerMessage, type StoreState } from './protocol.ts';
import { isAbnormal, Quality } from './quality.ts';
import { trend, type Sample } from './spark.ts';

/** What the store needs of the page around it; tests and the development page bring their own. */
export interface Surroundings {
  /** Milliseconds since 1970 by the clock of this machine. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** Runs it once, later; the answer calls it off. */
  after(milliseconds: number, run: () => void): () => void;
  /** Runs it once, when what was changed in the page has been painted: late where the browser cannot keep up. */
  painted(run: () => void): void;
  fetchModel(): Promise<ModelAnswer>;
  openStream(ear: StreamEar): Stream;
}

export type ModelAnswer =
  | { readonly kind: 'model'; readonly model: Model }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' };

export interface Stream {
  send(text: string): void;
  close(): void;
}

export interface StreamEar {
  message(text: string): void;
  closed(): void;
}

export type Connection = 'connecting' | 'live' | 'lost' | 'signed-out';

/** Why nothing on the screen can be trusted to be of now. */
export interface Freeze {
  readonly by: 'broker' | 'server' | 'sign-in';
  readonly since: number;
  readonly words: string;
}

/** What wants to know of changes; everything is called synchronously, in the task in which the message came. */
export interface StoreListener {
  /** These points have a new latest, or are shown in another quality. */
  points?(ids: readonly number[]): void;
  /** Connection, link or freeze changed. */
  state?(): void;
  model?(): void;
  recent?(point: number): void;
  /** What is asked of these outputs, or held for them, has changed; their markers look different. */
  control?(ids: readonly number[]): void;
  /** A command has ended, whosever it was. */
  ended?(end: Ended): void;
  /** Something waits for a second person, was answered, or what came of it is known. */
  requests?(): void;
}

/** No frame for so long means that the server is gone, whatever the socket says. A beat comes every 5 s. */
export const SILENCE = 12_000;
const TICK = 1_000;
const HOUR = 3_600_000;
const ASK_AGAIN = 10 * 60_000;
const ASK_PACE = 40;
const BACKGROUND_KINDS = new Set(['motion', 'pressure', 'espresso', 'double-espresso', 'coffee', 'double-coffee']);

/**
 * Everything live on one page: the model, the latest of every point, and how far both can be trusted. It connects while
 * somebody listens, notices silence, and tries again for ever; a new snapshot sets everything right.
 */
export class LiveStore {
  readonly readings = new Readings();
  readonly controls = new Controls();
  /** What the page shows in place of what is of now; null while it is live. */
  past: Past | null = null;
  atlas: Atlas | null = null;
  connection: Connection = 'connecting';
  /** When the last frame came, by {@link now}; null before the first. */
  lastFrame: number | null = null;
  private readonly around: Surroundings;
  private readonly backOff: BackOff;
  private readonly listeners = new Set<StoreListener>();
  private readonly recents = new Map<number, Sample[]>();
  private readonly watched = new Map<number, number>();
  private readonly trends = new Map<number, ReturnType<typeof trend>>();
  private readonly asked = new Map<number, number>();
  private readonly callOffs = new Set<() => void>();
  private stream: Stream | null = null;
  private attempt = 0;
  private lastTry = 0;
  private startedAt = 0;
  private offset = 0;
  private toAsk: number[] = [];
  private asking = false;
  private askAgain: () => void = () => {};
  private readonly way: GivingWay;

  constructor(around: Surroundings) {
    this.around = around;
    this.backOff = new BackOff(() => around.random());
    this.way = new GivingWay(
      (milliseconds, run) => this.later(milliseconds, run),
      (message) => this.take(message),
    );
  }

  /** Connects when it is the first; the answer stops listening, and the last one to stop disconnects. */
  listen(listener: StoreListener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1 && this.stream === null) {
      this.start();
    }
    return () => {
      this.listeners.delete(listener);
      this.around.after(2_000, () => this.listeners.size === 0 && this.stop());
    };
  }

  /** The moment that the page shows, in milliseconds since 1970: now by the server's clock, or one of the past. */
  now(): number {
    return this.past?.at ?? this.serverNow();
  }

  /** Milliseconds since 1970 by the server's clock, as near as we know it. */
  serverNow(): number {
    return this.around.now() + this.offset;
  }

  /** Shows what was, or what is of now again (null). What comes meanwhile is kept, and shown then. */
  travel(past: Past | null): void {
    if (past !== this.past) {
      this.past = past;
      this.tellState([], true);
    }
  }

  /** The latest of a point, and the quality in which it may be shown: nothing is fresh on a frozen screen. */
  look(point: number): { readonly latest: Latest; readonly quality: Quality } {
    if (this.past !== null) {
      return this.past.look(point);
    }
    const latest = this.readings.of(point);
    const fresh = !isAbnormal(latest.quality);
    return { latest, quality: fresh && this.freeze !== null ? Quality.stale : latest.quality };
  }

  /** Why the screen stands still, or null while it is live or shows what was. */
  get freeze(): Freeze | null {
    if (this.past !== null) {
      return null;
    }
    if (this.connection === 'lost' || this.connection === 'signed-out') {
      const by = this.connection === 'lost' ? 'server' : 'sign-in';
      return { by, since: this.lastFrame ?? this.startedAt, words: '' };
    }
    const link = this.readings.link;
    return link !== null && !link.up ? { by: 'broker', since: link.since, words: link.words } : null;
  }

  /** Why the server keeps no readings, which wait meanwhile; null while it does, and where that is not known. */
  get trouble(): StoreState | null {
    return this.past === null && this.connection === 'live' ? this.readings.trouble : null;
  }

  /** Milliseconds since the last frame; since the start when none has come yet. */
  get dataAge(): number {
    return Math.max(0, this.serverNow() - (this.lastFrame ?? this.startedAt));
  }

  /** The last hour of a point, oldest first, as far as it has come. */
  recent(point: number): readonly Sample[] {
    return this.recents.get(point) ?? [];
  }

  /** Which way the pressure at this point goes; null where that is not known. */
  trend(point: number): ReturnType<typeof trend> {
    return this.past !== null ? null : this.trends.get(point) ?? null;
  }

  /** Asks for the last hour of a point and keeps it growing; the answer lets go of it. */
  watch(point: number): () => void {
    this.watched.set(point, (this.watched.get(point) ?? 0) + 1);
    this.toAsk.unshift(point);
    this.askNext();
    return () => {
      const left = (this.watched.get(point) ?? 1) - 1;
      if (left > 0) {
        this.watched.set(point, left);
      } else {
        this.watched.delete(point);
        this.recents.delete(point);
      }
    };
  }

  /** This person has seen what became of this request. */
  dismiss(request: number): void {
    this.controls.dismiss(request);
    this.listeners.forEach((listener) => listener.requests?.());
  }

  /** Looks at once whether the server is still there: the page was hidden, or the network came back. */
  hurry(): void {
    if (this.stream === null && this.listeners.size > 0) {
      this.callOff();
      this.backOff.reset();
      this.connect();
    } else {
      this.checkSilence();
    }
  }

  /** Lets the outcome of what somebody asks on this page go first. */
  giveWay(): void {
    if (this.stream !== null) {
      this.way.give();
    }
  }

  /** Leaves the server, as when the page goes away. */
  stop(): void {
    this.hangUp();
    this.attempt++;
    this.connection = 'connecting';
  }

  start(): void {
    this.startedAt = this.serverNow();
    this.connect();
  }

  private connect(): void {
    let mine: Stream | null = null;
    const current = () => this.stream === mine;
    mine = this.around.openStream({
      message: (text) => current() && this.receive(text),
      closed: () => current() && this.lose(),
    });
    this.stream = mine;
    this.lastTry = this.around.now();
    this.tick();
    this.fetch(++this.attempt);
  }

  /** Says why a stream is refused, too: a socket cannot tell "signed out" from "gone". */
  private fetch(attempt: number): void {
    void this.around.fetchModel().then((answer) => {
      if (attempt === this.attempt) {
        this.learn(answer);
      }
    });
  }

  private learn(answer: ModelAnswer): void {
    switch (answer.kind) {
      case 'model':
        this.learnModel(answer.model);
        break;
      case 'signed-out':
        this.lose('signed-out');
        break;
      case 'unreachable':
        this.modelUnreachable();
        break;
    }
  }

  /** A reconnected page mostly finds the building that it knows, and then keeps what it has drawn. */
  private learnModel(model: Model): void {
    if (JSON.stringify(model) !== JSON.stringify(this.atlas?.model)) {
      this.atlas = new Atlas(model);
      this.listeners.forEach((listener) => listener.model?.());
    }
    this.askInBackground();
  }

  private modelUnreachable(): void {
    if (this.connection === 'live') {
      this.later(2_000, () => this.fetch(this.attempt));
    } else if (this.stream !== null) {
      this.lose();
    }
  }

  private receive(text: string): void {
    const message = parse(text);
    if (message === null) {
      return;
    }
    this.noteTime(message);
    if (!this.way.keeps(message)) {
      this.take(message);
    }
  }

  private take(message: ServerMessage): void {
    const before = this.connection;
    if (message.t === 'snapshot') {
      this.connection = 'live';
      this.backOff.reset();
      this.way.forget();
    }
    const frozen = this.freeze !== null;
    const applied = this.readings.apply(message);
    this.remember(message);
    this.steer(message);
    if (before !== this.connection || applied.link) {
      this.tellState(applied.points, frozen !== (this.freeze !== null));
    } else if (applied.points.length > 0 && this.past === null) {
      this.listeners.forEach((listener) => listener.points?.(applied.points));
    }
    this.answer(message);
  }

  private steer(message: ServerMessage): void {
    if (message.t !== 'snapshot' && message.t !== 'control') {
      return;
    }
    const changed = message.t === 'snapshot' ? this.controls.begin(message.control ?? []) : this.controls.change(message.points ?? []);
    const ends = message.t === 'control' ? this.controls.end(message.ends ?? []) : [];
    const requests = this.controls.keep(message.requests ?? [], message.t === 'snapshot');
    this.listeners.forEach((listener) => {
      if (changed.length > 0) {
        listener.control?.(changed);
      }
      ends.forEach((end) => listener.ended?.(end));
      if (requests) {
        listener.requests?.();
      }
    });
    if (ends.length > 0) {
      this.around.painted(() => this.way.end());
    }
  }

  private noteTime(message: ServerMessage): void {
    if ('now' in message) {
      const offset = message.now - this.around.now();
      this.offset = message.t === 'snapshot' ? offset : Math.max(offset, this.offset - 1);
    }
    this.lastFrame = this.serverNow();
  }

  /** When everything is shown in another quality, everything has changed. */
  private tellState(points: readonly number[], everything: boolean): void {
    const changed = everything && this.atlas ? [...this.atlas.points.keys()] : points;
    this.listeners.forEach((listener) => listener.state?.());
    if (changed.length > 0 && (everything || this.past === null)) {
      this.listeners.forEach((listener) => listener.points?.(changed));
    }
  }

  private answer(message: ServerMessage): void {
    if (message.t === 'model') {
      this.fetch(this.attempt);
    } else if (message.t === 'snapshot') {
      this.askInBackground();
    }
    if ('seq' in message && typeof message.seq === 'number') {
      const stream = this.stream;
      this.around.painted(() => {
        if (stream !== null && stream === this.stream) {
          stream.send(JSON.stringify({ drawn: message.seq }));
        }
      });
    }
  }

  private lose(as: 'lost' | 'signed-out' = 'lost'): void {
    const wasFrozen = this.freeze !== null;
    this.hangUp();
    this.connection = this.connection === 'signed-out' ? 'signed-out' : as;
    this.tellState([], !wasFrozen);
    this.later(this.backOff.next(), () => this.connect());
  }

  private tick(): void {
    this.checkSilence();
    if (this.stream !== null) {
      this.later(TICK, () => this.tick());
    }
  }

  private checkSilence(): void {
    const quietSince = Math.max(this.lastTry, (this.lastFrame ?? 0) - this.offset);
    if (this.stream !== null && this.around.now() - quietSince > SILENCE) {
      this.lose();
    }
  }

  private remember(message: ServerMessage): void {
    if (message.t === 'recent') {
      this.keepRecent(message.id, message.points.filter((sample) => Number.isFinite(sample[1])));
    } else if (message.t === 'changes' && this.watched.size > 0) {
      for (const [id, value, quality, at] of message.points ?? []) {
        if (this.watched.has(id) && value !== null && at !== null && quality <= Quality.uncertain) {
          this.append(id, [at, value]);
        }
      }
    }
  }

  private keepRecent(id: number, samples: Sample[]): void {
    const kind = this.atlas?.points.get(id)?.kind;
    if (kind === 'pressure') {
      this.trends.set(id, trend(samples));
    }
    if (this.watched.has(id)) {
      const newest = samples.at(-1)?.[0] ?? 0;
      this.recents.set(id, [...samples, ...this.recent(id).filter(([at]) => at > newest)]);
    }
    this.listeners.forEach((listener) => listener.recent?.(id));
  }

  private append(id: number, sample: Sample): void {
    const series = this.recents.get(id) ?? [];
    if ((series.at(-1)?.[0] ?? 0) < sample[0]) {
      series.push(sample);
      const oldest = this.serverNow() - HOUR;
      while (series.length > 0 && series[0]![0] < oldest) {
        series.shift();
      }
      this.recents.set(id, series);
      this.listeners.forEach((listener) => listener.recent?.(id));
    }
  }

  /** What a marker says beside the value (last motion, trend, last cup) comes from the last hour, asked for at leisure. */
  private askInBackground(): void {
    if (this.connection !== 'live' || this.atlas === null) {
      return;
    }
    const due = this.serverNow() - ASK_AGAIN;
    const points = this.atlas.model.points.filter((point) => BACKGROUND_KINDS.has(point.kind)).map((point) => point.id);
    this.toAsk = [
      ...this.watched.keys(),
      ...points.filter((id) => !this.watched.has(id) && (this.asked.get(id) ?? 0) < due),
    ];
    this.askNext();
    this.askAgain();
    this.askAgain = this.later(ASK_AGAIN, () => this.askInBackground());
  }

  private askNext(): void {
    if (this.asking || this.stream === null || this.connection !== 'live') {
      return;
    }
    const id = this.toAsk.shift();
    if (id !== undefined) {
      this.asked.set(id, this.serverNow());
      this.stream.send(JSON.stringify({ recent: id }));
      this.asking = true;
      this.later(ASK_PACE, () => {
        this.asking = false;
        this.askNext();
      });
    }
  }

  private later(milliseconds: number, run: () => void): () => void {
    const callOff = this.around.after(milliseconds, () => {
      this.callOffs.delete(callOff);
      run();
    });
    this.callOffs.add(callOff);
    return callOff;
  }

  private hangUp(): void {
    const stream = this.stream;
    this.stream = null;
    this.way.forget();
    this.callOff();
    stream?.close();
  }

  private callOff(): void {
    this.callOffs.forEach((callOff) => callOff());
    this.callOffs.clear();
    this.asking = false;
  }
}
