import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colourOf, estimate, gradient, probes, SCALES } from '../heat.ts';
import { NEVER_SEEN } from '../protocol.ts';
import { Quality } from '../quality.ts';
import { point } from './fixtures.ts';

const [temperature, co2] = SCALES;

test('comfort is grey, cold is blue, hot is vermillion, and beyond the ends nothing changes', () => {
  assert.deepEqual(colourOf(temperature!, 20), [217, 217, 217]);
  assert.deepEqual(colourOf(temperature!, 24), [217, 217, 217]);
  assert.deepEqual(colourOf(temperature!, 14), [0, 114, 178]);
  assert.deepEqual(colourOf(temperature!, -5), [0, 114, 178]);
  assert.deepEqual(colourOf(temperature!, 44), [213, 94, 0]);
});

test('carbon dioxide grows brighter with every step', () => {
  const light = [400, 800, 1200, 1600, 2000].map((ppm) => colourOf(co2!, ppm).reduce((sum, part) => sum + part));
  assert.deepEqual(light, [...light].sort((a, b) => a - b));
  assert.match(gradient(co2!), /^linear-gradient\(to right, rgb\(0 34 78\) 0%/);
});

test('between two sensors it is the mean by the inverse square of the distance', () => {
  const all = [{ x: 0, y: 0, value: 20 }, { x: 30, y: 0, value: 30 }];
  assert.equal(estimate(all, 15, 0, 100), 25);
  assert.equal(estimate(all, 10, 0, 100), (20 / 100 + 30 / 400) / (1 / 100 + 1 / 400));
  assert.equal(estimate(all, 0, 0, 100), 20);
});

test('nothing is estimated farther than the radius from every sensor', () => {
  assert.equal(estimate([{ x: 0, y: 0, value: 20 }], 11, 0, 10), null);
  assert.equal(estimate([], 0, 0, 10), null);
});

test('stale sensors and other kinds are left out', () => {
  const look = (id: number) => ({
    latest: { ...NEVER_SEEN, value: 21 }, quality: id === 2 ? Quality.stale : Quality.good,
  });
  const points = [
    point({ id: 1, kind: 'temperature', x: 0.5, y: 0.25 }),
    point({ id: 2, kind: 'temperature', x: 0.1, y: 0.1 }),
    point({ id: 3, kind: 'humidity', x: 0.1, y: 0.1 }),
  ];
  assert.deepEqual(probes(points, 'temperature', { width: 100, height: 40 }, look), [{ x: 50, y: 10, value: 21 }]);
});

test('what has a name of its own is no sensor of the room, unless all have one', () => {
  const look = () => ({ latest: { ...NEVER_SEEN, value: 21 }, quality: Quality.good });
  const flow = point({ id: 1, kind: 'temperature', name: 'Flow', x: 0.5, y: 0.25 });
  const air = point({ id: 2, kind: 'temperature', name: '', x: 0.1, y: 0.1 });
  const size = { width: 100, height: 100 };
  assert.deepEqual(probes([flow, air], 'temperature', size, look).map(({ x }) => x), [10]);
  assert.deepEqual(probes([flow], 'temperature', size, look).map(({ x }) => x), [50]);
});
