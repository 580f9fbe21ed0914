import assert from 'node:assert/strict';
import { test } from 'node:test';
import { before, chosen, isLive, LEAST, moved, pace, query, RANGES, same, zoomed } from '../window.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;

test('a source is asked for no more buckets than there are pixels', () => {
  assert.equal(query({ kind: 'latest', span: HOUR }, 812.4), 'span=3600000&buckets=812');
  assert.equal(query({ kind: 'between', from: 5, to: 9 }, 10_000), 'from=5&to=9&buckets=2000');
  assert.equal(query({ kind: 'all' }, 1), 'buckets=60');
});

test('a zoom asks for what was marked out', () => {
  assert.deepEqual(chosen(NOW - 5 * HOUR, NOW - 4 * HOUR, NOW), { kind: 'between', from: NOW - 5 * HOUR, to: NOW - 4 * HOUR });
});

test('what reaches until now goes on', () => {
  const window = chosen(NOW - 2 * HOUR, NOW + 100, NOW);
  assert.deepEqual(window, { kind: 'latest', span: 2 * HOUR });
  assert.ok(isLive(window));
});

test('nobody zooms closer than ten seconds', () => {
  const window = chosen(NOW - HOUR, NOW - HOUR + 100, NOW);
  assert.ok(window.kind === 'between' && window.to - window.from === LEAST);
});

test('zooming in keeps the moment under the cursor where it is', () => {
  const extent = { from: NOW - 10 * HOUR, to: NOW - 2 * HOUR };
  const window = zoomed(extent, 2, NOW - 8 * HOUR, NOW);
  assert.deepEqual(window, { kind: 'between', from: NOW - 9 * HOUR, to: NOW - 5 * HOUR });
});

test('zooming out and moving never go beyond now', () => {
  const extent = { from: NOW - 3 * HOUR, to: NOW - HOUR };
  assert.deepEqual(zoomed(extent, 0.25, NOW - 2 * HOUR, NOW), { kind: 'latest', span: 6 * HOUR });
  assert.deepEqual(moved(extent, 5, NOW), { kind: 'latest', span: 2 * HOUR });
  assert.deepEqual(moved(extent, -0.5, NOW), { kind: 'between', from: NOW - 4 * HOUR, to: NOW - 2 * HOUR });
});

test('the period before is as long and ends where this one begins', () => {
  assert.deepEqual(before({ from: 100, to: 150 }), { from: 50, to: 100 });
});

test('what goes on is asked for again when there may be another bucket', () => {
  assert.deepEqual([pace(100), pace(4_000), pace(900_000)], [2_000, 4_000, 60_000]);
});

test('there is a chip for every range, and no two are the same', () => {
  assert.deepEqual(RANGES.map(({ label }) => label), ['1 h', '8 h', '24 h', '7 d', '30 d', '1 y', 'All']);
  assert.equal(RANGES.filter(({ window }) => RANGES.some((other) => other.window !== window && same(other.window, window))).length, 0);
});
