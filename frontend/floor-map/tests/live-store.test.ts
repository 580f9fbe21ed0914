import assert from 'node:assert/strict';
import { test } from 'node:test';
import { troubleWords } from '../format.ts';
import { LiveStore, SILENCE, type ModelAnswer, type StreamEar, type Surroundings } from '../live-store.ts';
import { Past } from '../past.ts';
import type { PointTuple } from '../protocol.ts';
import { Quality } from '../quality.ts';
import { model, point } from './fixtures.ts';

/** A world that stands still until the test moves it. */
class World implements Surroundings {
  time = 1_000_000;
  answer: ModelAnswer = { kind: 'model', model: model([point({ id: 7 })]) };
  ears: StreamEar[] = [];
  open = true;
  sent: string[] = [];
  paints: (() => void)[] = [];
  private timers: { at: number; run: () => void }[] = [];

  now = () => this.time;
  random = () => 0.5;
  painted = (run: () => void) => void this.paints.push(run);
  fetchModel = () => Promise.resolve(this.answer);

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((other) => other !== timer));
  }

  openStream(ear: StreamEar) {
    this.ears.push(ear);
    return { send: (text: string) => void this.sent.push(text), close: () => {} };
  }

  /** Lets time pass, timer by timer, and what was promised meanwhile happen. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) {
        break;
      }
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = next.at;
      next.run();
      await settle();
    }
    this.time = end;
  }

  say(message: object): void {
    this.ears.at(-1)!.message(JSON.stringify(message));
  }

  snapshot(points: PointTuple[] = [[7, 21.5, 0, this.time]]): void {
    this.say({ t: 'snapshot', seq: 1, now: this.time, link: { up: true, words: 'connected', since: 0 }, points });
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

const frozenBy = (store: LiveStore) => store.freeze?.by ?? null;

async function connected(): Promise<{ world: World; store: LiveStore; heard: number[] }> {
  const world = new World();
  const store = new LiveStore(world);
  const heard: number[] = [];
  store.listen({ points: (ids) => heard.push(...ids) });
  await settle();
  world.snapshot();
  return { world, store, heard };
}

test('it is live from the first snapshot on', async () => {
  const { store } = await connected();
  assert.equal(store.connection, 'live');
  assert.equal(frozenBy(store), null);
  assert.deepEqual([store.look(7).latest.value, store.look(7).quality], [21.5, Quality.good]);
});

test('a change is heard in the task in which it came', async () => {
  const { world, store, heard } = await connected();
  heard.length = 0;
  world.say({ t: 'changes', seq: 2, now: world.time, points: [[7, 22, 0, world.time]] });
  assert.deepEqual(heard, [7]);
  assert.equal(store.look(7).latest.value, 22);
});

test('what was drawn is said after painting, and not before', async () => {
  const { world } = await connected();
  world.paints.length = 0;
  world.say({ t: 'changes', seq: 2, now: world.time, points: [] });
  assert.ok(!world.sent.includes('{"drawn":2}'));
  world.paints.forEach((paint) => paint());
  assert.ok(world.sent.includes('{"drawn":2}'));
});

test('a lost broker freezes the screen with its reason, and its return clears it', async () => {
  const { world, store } = await connected();
  const since = world.time;
  world.say({ t: 'changes', seq: 2, now: world.time, points: [], link: { up: false, words: 'refused', since } });
  assert.deepEqual(store.freeze, { by: 'broker', since, words: 'refused' });
  assert.equal(store.look(7).quality, Quality.stale);
  world.say({ t: 'changes', seq: 3, now: world.time, points: [], link: { up: true, words: 'connected', since } });
  assert.equal(frozenBy(store), null);
  assert.equal(store.look(7).quality, Quality.good);
});

test('readings that are not kept are said and do not freeze the screen', async () => {
  const { world, store } = await connected();
  const since = world.time - 120_000;
  world.say({ t: 'changes', seq: 2, now: world.time, points: [], store: { up: false, words: 'the disk is full', since, waiting: 9_000 } });
  assert.equal(store.freeze, null);
  assert.equal(store.look(7).quality, Quality.good);
  assert.deepEqual(store.trouble, { up: false, words: 'the disk is full', since, waiting: 9_000 });
  assert.match(troubleWords(store.trouble, store.now()), /^Readings not kept since .*: the disk is full$/);
  world.say({ t: 'changes', seq: 3, now: world.time, points: [], store: { up: true, words: 'kept', since: world.time, waiting: 0 } });
  assert.equal(store.trouble, null);
});

test('beats keep it live; their absence freezes it', async () => {
  const { world, store } = await connected();
  for (let i = 0; i < 5; i++) {
    await world.pass(5_000);
    world.say({ t: 'beat', seq: 1, now: world.time });
  }
  assert.equal(frozenBy(store), null);
  await world.pass(SILENCE + 2_000);
  assert.equal(frozenBy(store), 'server');
});

test('a closed socket freezes it at once, from the last frame on', async () => {
  const { world, store } = await connected();
  const last = world.time;
  await world.pass(3_000);
  world.ears.at(-1)!.closed();
  assert.deepEqual([frozenBy(store), store.freeze?.since], ['server', last]);
});

test('it tries again for ever, ever more slowly, and a snapshot sets everything right', async () => {
  const { world, store } = await connected();
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    const lost = world.time;
    const tries = world.ears.length;
    world.ears.at(-1)!.closed();
    while (world.ears.length === tries) {
      await world.pass(100);
    }
    waits.push(Math.round((world.time - lost) / 100) * 100);
  }
  assert.deepEqual(waits, [500, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000, 30_000]);
  world.snapshot([[7, 23, 0, world.time]]);
  assert.equal(frozenBy(store), null);
  assert.equal(store.look(7).latest.value, 23);
});

test('a stream that is refused because nobody is signed in any more says so', async () => {
  const { world, store } = await connected();
  world.answer = { kind: 'signed-out' };
  world.ears.at(-1)!.closed();
  await world.pass(600);
  world.ears.at(-1)!.closed();
  await world.pass(100);
  assert.equal(frozenBy(store), 'sign-in');
  world.answer = { kind: 'model', model: model([point({ id: 7 })]) };
  await world.pass(2_500);
  world.snapshot();
  assert.equal(frozenBy(store), null);
});

test('what an old stream still says is not heard', async () => {
  const { world, store } = await connected();
  const old = world.ears.at(-1)!;
  old.closed();
  await world.pass(600);
  world.snapshot();
  old.message(JSON.stringify({ t: 'changes', seq: 9, now: world.time, points: [[7, 99, 0, world.time]] }));
  assert.equal(store.look(7).latest.value, 21.5);
});

test('a watched point keeps its last hour, and it grows', async () => {
  const { world, store } = await connected();
  store.watch(7);
  assert.ok(world.sent.includes('{"recent":7}'));
  world.say({ t: 'recent', id: 7, points: [[world.time - 60_000, 20], [world.time - 30_000, 21]] });
  world.say({ t: 'changes', seq: 2, now: world.time, points: [[7, 22, 0, world.time]] });
  assert.deepEqual(store.recent(7).map(([, value]) => value), [20, 21, 22]);
});

test('ages are counted by the clock of the server', async () => {
  const world = new World();
  const store = new LiveStore(world);
  store.listen({});
  world.say({ t: 'snapshot', seq: 1, now: world.time + 90_000, link: { up: true, words: '', since: 0 }, points: [] });
  assert.equal(store.now(), world.time + 90_000);
});

test('the last to stop listening disconnects', async () => {
  const world = new World();
  const store = new LiveStore(world);
  const release = store.listen({});
  release();
  await world.pass(60_000);
  assert.equal(world.ears.length, 1);
});

test('what is asked of outputs reaches the listeners, and a lost server takes nothing of it away', async () => {
  const world = new World();
  const store = new LiveStore(world);
  const heard: string[] = [];
  store.listen({ control: (ids) => heard.push(`control ${ids}`), ended: (end) => heard.push(`ended ${end.n} ${end.outcome}`), requests: () => heard.push('requests') });
  await world.pass(0);
  world.snapshot();
  world.say({ t: 'control', now: world.time, points: [{ id: 7, way: { n: 1, by: 'anna', wanted: 60, since: 0, sent: false }, stack: [], otherwise: null }] });
  assert.equal(store.controls.of(7).way?.by, 'anna');
  world.say({ t: 'control', now: world.time, points: [{ id: 7, way: null, stack: [], otherwise: null }], ends: [[1, 7, 'confirmed', 60, '', 0]] });
  world.say({ t: 'control', now: world.time, requests: [{ n: 3, part: 'second', by: 'anna', why: 'x', since: 0, until: 1, state: 'waiting', wishes: [[7, 60]] }] });
  assert.equal(store.controls.of(7).way, null);
  assert.deepEqual(heard, ['control 7', 'control 7', 'ended 1 confirmed', 'requests']);
});

test('what somebody asks goes first: values wait until it has ended and is painted', async () => {
  const { world, store, heard } = await connected();
  store.giveWay();
  world.say({ t: 'changes', seq: 2, now: world.time, points: [[7, 22, 0, world.time]] });
  assert.equal(store.look(7).latest.value, 21.5);
  world.say({ t: 'control', now: world.time, points: [], ends: [[1, 7, 'confirmed', 60, '', 0]] });
  assert.equal(store.look(7).latest.value, 21.5);
  heard.length = 0;
  world.paints.forEach((paint) => paint());
  assert.deepEqual([store.look(7).latest.value, heard], [22, [7]]);
});

test('values that give way come in order after a third of a second at most, however often somebody asks', async () => {
  const { world, store } = await connected();
  store.giveWay();
  await world.pass(200);
  store.giveWay();
  world.say({ t: 'changes', seq: 2, now: world.time, points: [[7, 22, 0, world.time]] });
  world.say({ t: 'changes', seq: 3, now: world.time, points: [[7, 23, 0, world.time]] });
  await world.pass(99);
  assert.equal(store.look(7).latest.value, 21.5);
  await world.pass(1);
  assert.equal(store.look(7).latest.value, 23);
});

test('a snapshot is newer than the values that gave way before it', async () => {
  const { world, store } = await connected();
  store.giveWay();
  world.say({ t: 'changes', seq: 2, now: world.time, points: [[7, 22, 0, world.time]] });
  world.snapshot([[7, 24, 0, world.time]]);
  await world.pass(300);
  assert.equal(store.look(7).latest.value, 24);
});

test('a step before the outcome is taken together with it, or after a tenth of a second', async () => {
  const { world, store } = await connected();
  const way = { n: 1, by: 'anna', wanted: 60, since: 0, sent: true };
  const step = () => world.say({ t: 'control', now: world.time, points: [{ id: 7, way, stack: [], otherwise: null }] });
  const heard: string[] = [];
  store.listen({ control: () => heard.push('step'), ended: () => heard.push('end') });
  store.giveWay();
  step();
  assert.deepEqual(heard, []);
  world.say({ t: 'control', now: world.time, points: [{ id: 7, way: null, stack: [], otherwise: null }], ends: [[1, 7, 'confirmed', 60, '', 0]] });
  assert.deepEqual(heard, ['step', 'step', 'end']);
  world.paints.forEach((paint) => paint());
  store.giveWay();
  step();
  await world.pass(100);
  assert.deepEqual(heard.slice(3), ['step']);
  step();
  assert.deepEqual(heard.slice(3), ['step', 'step']);
});

test('in the past it shows what was, and what came meanwhile when it is live again', async () => {
  const { world, store, heard } = await connected();
  const past = Past.of({ from: 0, to: 60_000, step: 60_000, points: [[7, [18]]], ticks: [] });
  store.travel(past);
  assert.deepEqual([store.look(7).latest.value, store.now(), heard.at(-1)], [18, 60_000, 7]);
  heard.length = 0;
  world.say({ t: 'changes', seq: 2, now: world.time, points: [[7, 22, 0, world.time]] });
  assert.deepEqual([store.look(7).latest.value, heard, frozenBy(store)], [18, [], null]);
  store.travel(null);
  assert.deepEqual([store.look(7).latest.value, store.now(), heard], [22, world.time, [7]]);
});
