import assert from 'node:assert/strict';
import { test } from 'node:test';
import { age, ageWords, calmAge, face, numberText, spokenName, valueText, valueWithUnit } from '../format.ts';
import { NEVER_SEEN, type Latest } from '../protocol.ts';
import { Quality } from '../quality.ts';
import { latest, point } from './fixtures.ts';

const NOW = 1_800_000_000_000;
const minutes = (count: number) => NOW - count * 60_000;

test('numbers carry the decimals of their unit, and never a minus before zero', () => {
  assert.equal(numberText(21.46, 1), '21.5');
  assert.equal(numberText(-0.04, 1), '0.0');
  assert.equal(numberText(-3.25, 1), '−3.3');
  assert.equal(numberText(1013.2, 1), '1013.2');
});

test('thousands are parted from five digits on', () => {
  assert.equal(numberText(1240, 0), '1240');
  assert.equal(numberText(23480, 0), '23\u202f480');
  assert.equal(numberText(1234567.8, 1), '1\u202f234\u202f567.8');
});

test('two-state kinds are said in a word, without a unit', () => {
  assert.equal(valueText(point({ kind: 'motion', unit: '' }), 1), 'occupied');
  assert.equal(valueText(point({ kind: 'relay', unit: '' }), 0), 'off');
  assert.equal(valueWithUnit(point({ kind: 'changeover', unit: '' }), 1), 'heating');
});

test('no value is a dash', () => {
  assert.equal(valueText(point(), null), '—');
  assert.equal(valueText(point(), NaN), '—');
});

test('ages grow from seconds to days and are never negative', () => {
  assert.deepEqual([-500, 2_400, 61_000, 3 * 3_600_000, 47 * 3_600_000, 50 * 3_600_000].map(age), ['0 s', '2 s', '1 min', '3 h', '47 h', '2 d']);
});

test('calm ages do not tick', () => {
  assert.deepEqual([0, 9_900, 14_000, 59_000, 125_000].map(calmAge), ['now', 'now', '10 s', '50 s', '2 min']);
});

test('spoken ages know one from many', () => {
  assert.deepEqual([1_000, 60_000, 720_000, 3_600_000, 172_800_000].map(ageWords), ['1 second', '1 minute', '12 minutes', '1 hour', '2 days']);
});

test('a marker is called quantity, place, value and unit, and what is the matter with it', () => {
  const name = (known: Partial<Latest>, quality: Quality) => spokenName(point(), latest(known), quality, NOW);
  assert.equal(name({ at: NOW }, Quality.good), 'Temperature, Lab 1, 21.5 °C');
  assert.equal(name({ at: minutes(12) }, Quality.stale), 'Temperature, Lab 1, 21.5 °C, stale 12 minutes');
  assert.equal(name({ at: minutes(90) }, Quality.offline), 'Temperature, Lab 1, 21.5 °C, offline');
  assert.equal(name({ value: null }, Quality.bad), 'Temperature, Lab 1, bad value');
  assert.equal(name({ reason: 'warming up' }, Quality.uncertain), 'Temperature, Lab 1, 21.5 °C, uncertain: warming up');
  assert.equal(spokenName(point(), NEVER_SEEN, Quality.neverSeen, NOW), 'Temperature, Lab 1, no data yet');
});

test('an own name goes before the name of the kind', () => {
  assert.equal(spokenName(point({ name: 'Supply' }), latest({}), Quality.good, NOW), 'Supply, Lab 1, 21.5 °C');
});

test('each quality has its own face', () => {
  const show = (quality: Quality, known: Partial<Latest> = {}) => Object.values(face(point(), latest({ at: minutes(12), ...known }), quality, NOW));
  assert.deepEqual(show(Quality.good, { at: NOW }), ['21.5', '°C', 'now']);
  assert.deepEqual(show(Quality.uncertain, { reason: 'warming up' }), ['~21.5', '°C', 'warming up']);
  assert.deepEqual(show(Quality.stale), ['21.5', '°C', '12 min']);
  assert.deepEqual(show(Quality.offline), ['—', '', 'offline']);
  assert.deepEqual(show(Quality.bad), ['?', '', 'bad value']);
  assert.deepEqual(show(Quality.neverSeen), ['', '', 'no data yet']);
});

test('motion says for how long, or how long ago', () => {
  const motion = point({ kind: 'motion', unit: '', decimals: 0 });
  assert.equal(face(motion, latest({ value: 1, since: minutes(38) }), Quality.good, NOW).note, 'for 38 min');
  assert.equal(face(motion, latest({ value: 0, lastActive: minutes(4) }), Quality.good, NOW).note, '4 min ago');
});
