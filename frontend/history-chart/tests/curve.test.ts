import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketsOf, within, type Answer, type Row } from '../answer.ts';
import { alone, gaps, indexAt, line, shifted, summary } from '../curve.ts';

/** Buckets of 10 from 0 on, to 10 × their number. */
function buckets(...rows: readonly (Row | null)[]) {
  const answer: Answer = { from: 0, to: rows.length * 10, now: 0, width: 10, buckets: rows.map((row, i) => row ?? [i * 10]) };
  return bucketsOf(answer);
}

const row = (from: number, mean: number, count = 3, min = mean - 1, max = mean + 1): Row => [from, count, min, max, mean, mean, 1];
const held = (from: number, value: number): Row => row(from, value, 0, value, value);

test('each bucket ends where the next one begins, and the last with the window', () => {
  const [first, second] = buckets(row(0, 20), null);
  assert.deepEqual([first!.from, first!.to, second!.from, second!.to], [0, 10, 10, 20]);
  assert.ok(Number.isNaN(second!.mean));
  assert.equal(second!.coverage, 0);
});

test('a line goes through the middle of buckets and breaks at gaps', () => {
  const spots = line(buckets(row(0, 20), row(10, 21), null, row(30, 22), row(40, 23)), false);
  assert.deepEqual(spots, [{ x: 5, y: 20 }, { x: 15, y: 21 }, { x: 30, y: NaN }, { x: 35, y: 22 }, { x: 45, y: 23 }]);
});

test('between readings that are further apart than buckets are wide the line goes straight', () => {
  const spots = line(buckets(row(0, 20), held(10, 20), held(20, 20), row(30, 23)), false);
  assert.deepEqual(spots, [{ x: 5, y: 20 }, { x: 35, y: 23 }]);
});

test('what holds at the edges is drawn up to them', () => {
  const spots = line(buckets(held(0, 19), row(10, 20), held(20, 20), null), false);
  assert.deepEqual(spots, [{ x: 0, y: 19 }, { x: 15, y: 20 }, { x: 30, y: 20 }]);
});

test('a step keeps its value until the end of its bucket', () => {
  const spots = line(buckets(row(0, 0, 1), row(10, 1, 1), null), true);
  assert.deepEqual(spots, [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 20, y: 1 }]);
});

test('a reading with a gap on both sides stands alone', () => {
  assert.deepEqual(alone(line(buckets(null, row(10, 20), null, row(30, 1), row(40, 2)), false)), [true, false, false, false]);
});

test('gaps that touch are one gap', () => {
  assert.deepEqual(gaps(buckets(null, null, row(20, 1), null)), [{ from: 0, to: 20 }, { from: 30, to: 40 }]);
});

test('the bucket of a moment is found, also outside of all', () => {
  const all = buckets(row(0, 1), row(10, 2), row(20, 3));
  assert.deepEqual([-5, 0, 9, 10, 29, 99].map((at) => indexAt(all, at)), [0, 0, 0, 1, 2, 2]);
});

test('what a counter has gone on is added up, and nothing where nothing counts', () => {
  const counted: Row[] = [[0, 3, 5, 7, 6, 7, 1, 2], [10], [20, 1, 10, 10, 10, 10, 1, 3]];
  assert.equal(summary(bucketsOf({ from: 0, to: 30, now: 0, width: 10, buckets: counted })).increase, 5);
  assert.ok(Number.isNaN(summary(buckets(row(0, 20))).increase));
});

test('a summary weighs by the time that is known', () => {
  const found = summary(buckets(row(0, 20), row(10, 30), null, null));
  assert.deepEqual(found, { min: 19, max: 31, mean: 25, last: 30, coverage: 0.5, increase: NaN });
  assert.ok(Number.isNaN(summary(buckets(null)).mean));
});

test('the period before is moved to where it is compared', () => {
  const [bucket] = shifted(buckets(row(0, 20)), 100);
  assert.deepEqual([bucket!.from, bucket!.to, bucket!.mean], [100, 110, 20]);
});

test('series that are answered after one another begin and end together', () => {
  const found = within({ from: -3, to: 32 }, buckets(row(0, 1), row(10, 2), row(20, 3)));
  assert.deepEqual(found.map(({ from, to }) => [from, to]), [[-3, 10], [10, 20], [20, 32]]);
});
