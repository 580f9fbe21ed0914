import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localMinute, minuteOf, played, stretch } from '../journey.ts';
import { Past } from '../past.ts';
import { Quality } from '../quality.ts';

const STEP = 60_000;
const answer = {
  from: 0, to: 5 * STEP, step: STEP,
  points: [[7, [null, null, 20, 21, null, 22]], [8, [null, 1, 0, 0, 0, null]], [9, [null, null, null, null, null, null]]] as const,
  ticks: [[STEP, 'Fan, Lab: anna: 60 %'], [2.5 * STEP, 'Fan, Lab: anna let go']] as const,
};
const past = Past.of(answer);

const seen = (id: number, at: number) => {
  const { latest, quality } = past.seenFrom(at).look(id);
  return [latest.value, quality, latest.at];
};

test('what comes later is not shown yet', () => {
  assert.deepEqual(seen(7, 2 * STEP), [20, Quality.good, 2 * STEP]);
  assert.deepEqual(seen(7, 3 * STEP - 1), [20, Quality.good, 3 * STEP - 1]);
  assert.deepEqual(seen(7, 3 * STEP), [21, Quality.good, 3 * STEP]);
  assert.deepEqual(seen(7, 5 * STEP), [22, Quality.good, 5 * STEP]);
});

test('what was last known before is stale, as old as it was then', () => {
  assert.deepEqual(seen(7, 4 * STEP), [21, Quality.stale, 3 * STEP]);
});

test('before the first value nothing is known', () => {
  assert.deepEqual(seen(7, STEP), [null, Quality.neverSeen, null]);
  assert.deepEqual(seen(9, 5 * STEP), [null, Quality.neverSeen, null]);
  assert.deepEqual(seen(4711, STEP), [null, Quality.neverSeen, null]);
});

test('the last motion is as of then', () => {
  assert.equal(past.seenFrom(3 * STEP).look(8).latest.lastActive, STEP);
  assert.equal(past.seenFrom(STEP).look(8).latest.lastActive, STEP);
});

test('nobody looks beyond its ends', () => {
  assert.equal(Past.of(answer).at, 5 * STEP);
  assert.equal(past.seenFrom(-1).at, 0);
  assert.equal(past.seenFrom(99 * STEP).at, 5 * STEP);
});

test('what was asked lies in the step that is shown, and on the slider', () => {
  assert.deepEqual(past.seenFrom(3 * STEP).askedNow.map(([, words]) => words), ['Fan, Lab: anna let go']);
  assert.deepEqual(past.seenFrom(STEP).askedNow.map(([at]) => at), [STEP]);
  assert.deepEqual(past.seenFrom(2 * STEP).askedNow, []);
  assert.equal(past.share(2.5 * STEP), 0.5);
});

test('occupancy is the share of the hour before, of what is known of it', () => {
  assert.equal(past.minutesActive(8), 15);
  assert.equal(past.seenFrom(2 * STEP).minutesActive(8), 30);
  assert.equal(past.seenFrom(0).minutesActive(8), null);
  assert.equal(past.minutesActive(9), null);
  assert.equal(past.minutesActive(4711), null);
  assert.equal(Past.of({ ...answer, to: 50 * STEP, step: 11 * STEP }).minutesActive(8), null);
});

test('what tells nothing is empty', () => {
  assert.equal(past.empty, false);
  assert.equal(Past.of({ ...answer, points: [[9, [null]]] }).empty, true);
  assert.deepEqual([past.knows(9), past.knows(4711)], [true, false]);
});

test('a journey ends now at the latest', () => {
  assert.deepEqual(stretch(1, Infinity, 7_200_000), { from: 3_600_000, to: 7_200_000 });
  assert.deepEqual(stretch(1, 5_000_000, 7_200_000), { from: 1_400_000, to: 5_000_000 });
});

test('play comes to the end and stops', () => {
  assert.deepEqual(played(0, 100_000, 100, 600), { at: 60_000, over: false });
  assert.deepEqual(played(60_000, 100_000, 100, 600), { at: 100_000, over: true });
});

test('a moment goes into the input and comes back', () => {
  const at = new Date(2026, 4, 12, 14, 5).getTime();
  assert.equal(localMinute(at), '2026-05-12T14:05');
  assert.equal(minuteOf('2026-05-12T14:05'), at);
  assert.equal(minuteOf(''), null);
});
