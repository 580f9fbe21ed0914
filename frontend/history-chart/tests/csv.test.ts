import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketsOf, type Bucket } from '../answer.ts';
import { csv, fileName, lines, shortened, type Drawn } from '../csv.ts';
import { extentText, lengthText, numberText, resolution, shareText, told, valueText, type Series } from '../words.ts';
import { summary } from '../curve.ts';
import { beginning, legend, marksAt } from '../marks.ts';
import { Zone } from '../zone.ts';

const UTC = new Zone('UTC');
const NOON = Date.parse('2026-05-12T12:00:00Z');
const temperature: Series = { key: '7', label: 'Temperature', place: 'Lab 1', unit: '°C', decimals: 1, steps: false, words: [], source: 'x' };
const relay: Series = { ...temperature, key: '8', label: 'Relay', unit: '', decimals: 0, steps: true, words: ['off', 'on'] };

function buckets(...rows: readonly (readonly number[])[]): Bucket[] {
  return bucketsOf({ from: NOON, to: NOON + rows.length * 1_000, now: 0, width: 1_000, buckets: rows.map((row, i) => [NOON + i * 1_000, ...row] as never) });
}

test('a file has exactly what is drawn, with zone and units in its head', () => {
  const drawn: Drawn[] = [{ series: temperature, buckets: buckets([2, 20, 21, 20.5, 21, 1], []) }];
  assert.deepEqual(csv(drawn, UTC).split('\r\n'), [
    'from (UTC),to (UTC),"Temperature, Lab 1 mean (°C)","Temperature, Lab 1 min (°C)","Temperature, Lab 1 max (°C)","Temperature, Lab 1 last (°C)","Temperature, Lab 1 readings","Temperature, Lab 1 coverage (%)"',
    '2026-05-12T12:00:00+00:00,2026-05-12T12:00:01+00:00,20.5,20,21,21,2,100',
    '2026-05-12T12:00:01+00:00,2026-05-12T12:00:02+00:00,,,,,0,0',
    '',
  ]);
});

test('a name is never a formula in a file', () => {
  const drawn: Drawn[] = [{ series: { ...temperature, label: '=1+1', place: '' }, buckets: buckets([1, 1, 1, -1, 1, 1]) }];
  const [head, row] = csv(drawn, UTC).split('\r\n');
  assert.ok(head!.includes(`'=1+1 mean (°C)`));
  assert.ok(row!.includes(',-1,'));
});

test('series stand side by side, each where it has something', () => {
  const found = lines([{ series: temperature, buckets: buckets([1, 1, 1, 1, 1, 1], [1, 2, 2, 2, 2, 1]) }, { series: relay, buckets: buckets([1, 0, 0, 0, 0, 1]) }]);
  assert.deepEqual(found.map(({ cells }) => cells.map((cell) => cell?.mean)), [[1, 0], [2, undefined]]);
});

test('for people gaps are one line', () => {
  const found = shortened(lines([{ series: temperature, buckets: buckets([1, 1, 1, 1, 1, 1], [], [], []) }]));
  assert.deepEqual(found.map(({ from, to }) => [from - NOON, to - NOON]), [[0, 1_000], [1_000, 4_000]]);
});

test('a file is called after what is in it', () => {
  assert.equal(fileName([{ series: temperature, buckets: [] }], NOON, UTC, 'csv'), 'history-temperature-lab-1-2026-05-12.csv');
});

test('values are said as on the map', () => {
  assert.equal(valueText(temperature, 21.449), '21.4 °C');
  assert.equal(valueText(temperature, NaN), '—');
  assert.equal(valueText(relay, 1), 'on');
  assert.equal(valueText(relay, 0.4), 'on 40 % of the time');
  assert.equal(numberText(-0.04, 1), '0.0');
  assert.equal(numberText(-3, 1), '−3.0');
  assert.equal(numberText(12_345, 0), '12\u202f345');
  assert.deepEqual([shareText(0.001), shareText(0.999), shareText(1)], ['<1 %', '>99 %', '100 %']);
});

test('what the line is stands above it', () => {
  const many = buckets([5, 20, 21, 20.5, 21, 1]);
  const single = buckets([1, 20, 20, 20, 20, 1], [0, 20, 20, 20, 20, 1]);
  assert.equal(resolution(many, 60_000, false), '1 min mean');
  assert.equal(resolution(many, 5_400_000, false), '1.5 h mean');
  assert.equal(resolution(single, 4_000, false), 'single readings');
  assert.equal(lengthText(86_400_000), '1 d');
});

test('a window is told in a sentence', () => {
  assert.equal(told(temperature, summary(buckets([2, 20, 21, 20.5, 21, 1], []))),
    'Temperature, Lab 1: between 20.0 °C and 21.0 °C, 20.5 °C on average; at the end 21.0 °C. No data for 50 % of the time.');
  assert.equal(told(relay, summary(buckets([]))), 'Relay, Lab 1: no data in this time.');
});

test('a day is named once where both ends lie in it', () => {
  assert.equal(extentText(NOON, NOON + 3_600_000, UTC), '12 May 2026, 12:00 – 13:00');
  assert.equal(extentText(NOON, NOON + 86_400_000, UTC), '12 May 2026, 12:00 – 13 May 2026, 12:00');
});

test('marks are found around a moment', () => {
  const marks = [{ kind: 'tick', at: 100, words: 'on' }, { kind: 'override', from: 50, to: 200, words: 'held' }] as const;
  assert.deepEqual(marksAt(marks, 110, 20).map(({ words }) => words), ['on', 'held']);
  assert.deepEqual(marksAt(marks, 180, 20).map(({ words }) => words), ['held']);
  assert.deepEqual(marksAt(marks, 200, 20), []);
});

test('each kind of mark is explained once', () => {
  const tick = { kind: 'tick', at: 100, words: 'on' } as const;
  const held = { kind: 'override', from: 50, to: 200, words: 'held' } as const;
  assert.equal(legend([tick, held, tick]), 'dotted: commanded · bar on top: overridden');
  assert.equal(legend([]), '');
  assert.deepEqual([tick, held].map(beginning), [100, 50]);
});
