import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Atlas, layersOf } from '../model.ts';
import { Quality, worst } from '../quality.ts';
import { rows, type Wish } from '../rows.ts';
import { summarise, type Look } from '../summary.ts';
import { floor, latest, model, point } from './fixtures.ts';

const LAB = point({ id: 1, zone: 1, floor: 1, place: 'Lab 1' });
const CO2 = point({ id: 2, zone: 1, floor: 1, place: 'Lab 1', kind: 'co2', label: 'CO₂', layer: 'co2', unit: 'ppm' });
const ROOF = point({ id: 3, zone: 2, floor: 2, place: 'Roof', node: 'a020a6ffffff', location: 'roof' });
const GARAGE = point({ id: 4, zone: null, floor: null, place: 'garage', location: 'garage', node: null });
const ATLAS = new Atlas(model([GARAGE, ROOF, CO2, LAB], [floor(1, [[1, 'Lab 1']]), floor(2, [[2, 'Roof']])]));
const VALUES: Record<number, number> = { 1: 21, 2: 640, 3: 19, 4: 5 };
const look: Look = (id) => {
  const quality = id === 3 ? Quality.offline : Quality.good;
  return { latest: latest({ value: VALUES[id]!, at: id * 1_000, quality }), quality };
};
const WISH: Wish = { text: '', onlyAbnormal: false, order: { by: 'place', down: false } };

function ids(wish: Partial<Wish>): number[][] {
  return rows(ATLAS, look, { ...WISH, ...wish }).map((group) => group.points.map((each) => each.id));
}

test('rows stand by floor and zone, what is unplaced at the end', () => {
  assert.deepEqual(rows(ATLAS, look, WISH).map(({ floor: name, zone }) => [name, zone]), [['Floor 1', 'Lab 1'], ['Floor 2', 'Roof'], ['Unplaced', '']]);
  assert.deepEqual(ids({}), [[1, 2], [3], [4]]);
});

test('every word of the filter must be found somewhere', () => {
  assert.deepEqual(ids({ text: 'temp lab' }), [[1]]);
  assert.deepEqual(ids({ text: 'CO2' }), [[2]]);
  assert.deepEqual(ids({ text: 'FFFF' }), [[3]]);
  assert.deepEqual(ids({ text: 'nowhere' }), []);
});

test('one source can be left', () => {
  assert.deepEqual(ids({ location: 'garage' }), [[4]]);
  assert.deepEqual(ids({ location: 'attic' }), []);
});

test('only what is not good can be left', () => {
  assert.deepEqual(ids({ onlyAbnormal: true }), [[3]]);
});

test('sorted by a column the list is one run', () => {
  assert.deepEqual(ids({ order: { by: 'value', down: false } }), [[2, 4, 3, 1]]);
  assert.deepEqual(ids({ order: { by: 'age', down: true } }), [[1, 2, 3, 4]]);
  assert.deepEqual(ids({ order: { by: 'quality', down: false } }), [[3, 1, 2, 4]]);
});

test('a zone is summed up without what cannot be believed', () => {
  assert.deepEqual(summarise([LAB, ROOF, CO2], look), { points: 3, abnormal: 1, worst: Quality.offline, temperature: 21, co2: 640 });
});

test('the worst is what wants a person most, not what was never seen', () => {
  assert.equal(worst([Quality.good, Quality.neverSeen, Quality.offline, Quality.stale]), Quality.offline);
  assert.equal(worst([]), Quality.good);
});

test('only layers that have points are offered', () => {
  assert.deepEqual(layersOf(ATLAS.model).map((layer) => layer.id), ['temperature', 'co2']);
});
