import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Batch } from '../batch.ts';
import { Controls } from '../control.ts';
import { choose, heldWords, itemsOf, matching, runWords, type Search } from '../scenes.ts';
import { ends, verb } from '../verbs.ts';
import { point } from './fixtures.ts';

const ALL: Search = { words: '', floor: null, zone: null, kind: '', chosen: false };
const fan = point({ id: 7, kind: 'fan', label: 'Fan', unit: '%', place: 'Lab 21', floor: 2, zone: 4, commandable: true });
const valve = point({ id: 8, kind: 'valve', label: 'Valve', unit: '%', decimals: 0, commandable: true, twoStates: true });

test('a run is said in few words', () => {
  const run = { at: 0, by: 'anna', outputs: 5, done: 5, failed: 0 };
  assert.equal(runWords(run), 'All 5 done');
  assert.equal(runWords({ ...run, done: 3, failed: 1 }), '3 of 5 done, 1 failed, 1 without an outcome');
  assert.equal(heldWords(120), 'for 2 h');
  assert.equal(heldWords(90), 'for 90 min');
});

test('outputs are found by words, floor, zone and kind', () => {
  const none = new Map<number, number>();
  assert.equal(matching(fan, ALL, none), true);
  assert.equal(matching(fan, { ...ALL, words: 'lab 21 FAN' }, none), true);
  assert.equal(matching(fan, { ...ALL, words: 'lab valve' }, none), false);
  assert.equal(matching(fan, { ...ALL, floor: 1 }, none), false);
  assert.equal(matching(fan, { ...ALL, floor: 2, zone: 4, kind: 'fan' }, none), true);
  assert.equal(matching(fan, { ...ALL, chosen: true }, none), false);
  assert.equal(matching(fan, { ...ALL, chosen: true }, new Map([[7, 60]])), true);
});

test('choosing twice is not choosing', () => {
  const once = choose(new Map(), 7, 60);
  assert.equal(itemsOf(choose(once, 8, 0)), '7=60 8=0');
  assert.equal(choose(once, 7, 20).size, 0);
});

test('a valve that is open or shut has two buttons, another one any opening', () => {
  assert.deepEqual(ends(valve), [100, 0]);
  assert.equal(verb(valve, 100), 'Open');
  assert.equal(verb(valve, 0), 'Shut');
  assert.equal(ends({ ...valve, twoStates: false }), null);
  assert.equal(verb({ ...valve, twoStates: false }, 100), 'Set to 100 %');
  assert.equal(ends(fan), null);
});

test('what was not asked because others were refused has ended, too', () => {
  const batch = new Batch([[7, 60], [8, 0]]);
  batch.learn({ all: [{ id: 8, command: 1, outcome: 'refused', words: 'No.' }] }, new Controls());
  assert.equal(batch.pending, 0);
  assert.deepEqual(batch.failures.map(({ end }) => end?.words), ['It was left as it is.', 'No.']);
});
