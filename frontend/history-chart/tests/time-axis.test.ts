import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeTicks } from '../time-axis.ts';
import { Zone } from '../zone.ts';

const BERLIN = new Zone('Europe/Berlin');
const at = (text: string) => Date.parse(text);
const labels = (from: string, to: string, most: number, zone = BERLIN) => timeTicks(at(from), at(to), most, zone).map(({ label }) => label);

test('an hour has round minutes', () => {
  assert.deepEqual(labels('2026-05-12T12:03:00Z', '2026-05-12T13:03:00Z', 6), ['14:10', '14:20', '14:30', '14:40', '14:50', '15:00']);
});

test('seconds are said where they tell moments apart', () => {
  assert.deepEqual(labels('2026-05-12T12:00:01Z', '2026-05-12T12:01:00Z', 4), ['14:00:15', '14:00:30', '14:00:45', '14:01:00']);
});

test('midnight says the day', () => {
  assert.deepEqual(labels('2026-05-11T12:00:00Z', '2026-05-12T12:00:00Z', 4), ['18:00', 'Tue 12 May', '06:00', '12:00']);
});

test('hours stay round over both ends of daylight saving', () => {
  assert.deepEqual(labels('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 4), ['Sun 29 Mar', '06:00', '12:00', '18:00', 'Mon 30 Mar']);
  assert.deepEqual(labels('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 5), ['Sun 25 Oct', '06:00', '12:00', '18:00', 'Mon 26 Oct']);
});

test('days begin at midnight there', () => {
  const ticks = timeTicks(at('2026-03-27T00:00:00Z'), at('2026-04-01T00:00:00Z'), 6, BERLIN);
  assert.deepEqual(ticks.map((tick) => new Date(tick.at).toISOString()), [
    '2026-03-27T23:00:00.000Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', '2026-03-30T22:00:00.000Z', '2026-03-31T22:00:00.000Z',
  ]);
});

test('a year has months, and years have themselves', () => {
  assert.deepEqual(labels('2025-11-15T00:00:00Z', '2026-03-15T00:00:00Z', 5), ['Dec', '2026', 'Feb', 'Mar']);
  assert.deepEqual(labels('2019-06-01T00:00:00Z', '2026-03-15T00:00:00Z', 4), ['2020', '2022', '2024', '2026']);
});

test('no axis has more ticks than it has room for, whatever the window', () => {
  for (let span = 10_000; span < 50 * 365 * 86_400_000; span *= 1.7) {
    const ticks = timeTicks(at('2026-05-12T12:03:00Z') - span, at('2026-05-12T12:03:00Z'), 8, BERLIN);
    assert.ok(ticks.length >= 1 && ticks.length <= 18, `${ticks.length} for ${span}`);
    ticks.forEach((tick, i) => assert.ok(i === 0 || tick.at > ticks[i - 1]!.at));
  }
});

test('a zone tells its offset and writes times with it', () => {
  assert.equal(BERLIN.offsetWords(at('2026-07-01T00:00:00Z')), 'UTC+2');
  assert.equal(new Zone('Asia/Kolkata').offsetWords(0), 'UTC+5:30');
  assert.equal(BERLIN.iso(at('2026-05-12T12:05:00Z')), '2026-05-12T14:05:00+02:00');
  assert.equal(new Zone('America/New_York').iso(at('2026-01-01T00:00:00.250Z')), '2025-12-31T19:00:00.250-05:00');
});

test('a zone that does not exist is the one of the browser', () => {
  assert.equal(new Zone('Nowhere/Land').id, new Intl.DateTimeFormat().resolvedOptions().timeZone);
});
