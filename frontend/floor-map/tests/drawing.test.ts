import assert from 'node:assert/strict';
import { test } from 'node:test';
import { co2Band, co2Share } from '../bands.ts';
import { BackOff } from '../back-off.ts';
import { shortName } from '../map-zones.ts';
import { Rotation } from '../rotation.ts';
import { gapOf, spark, split, trend, type Sample } from '../spark.ts';
import { Viewport } from '../viewport.ts';

const BOX = { from: 0, to: 1_000, width: 100, height: 50, gap: 150, steps: false, range: 1 };

test('a gap in the readings is a gap in the line', () => {
  const samples: Sample[] = [[0, 1], [100, 2], [500, 3], [600, 4]];
  assert.deepEqual(split(samples, 150).map((stretch) => stretch.length), [2, 2]);
  assert.equal(spark(samples, BOX)!.lines.length, 2);
});

test('the line fills its box, and a flat one lies in the middle', () => {
  const drawing = spark([[0, 10], [100, 30]], BOX)!;
  assert.deepEqual([drawing.y(30), drawing.y(10), drawing.x(1_000)], [0, 50, 100]);
  assert.equal(spark([[0, 5], [100, 5]], BOX)!.y(5), 25);
});

test('a series with nothing of the last hour draws nothing', () => {
  assert.equal(spark([], BOX), null);
  assert.equal(spark([[-5, 1]], BOX), null);
});

test('a thinned-out series has wider gaps', () => {
  assert.equal(gapOf([[0, 1], [2_000, 1]], 2), 15_000);
  assert.equal(gapOf([[0, 1], [20_000, 1], [40_000, 1]], 2), 60_000);
});

test('pressure rises, falls, or is steady, when there is enough to tell', () => {
  const series = (perHour: number): Sample[] => Array.from({ length: 60 }, (_, i) => [i * 60_000, 1_013 + (perHour * i) / 60]);
  assert.deepEqual([series(1), series(-1), series(0.1)].map(trend), ['rising', 'falling', 'steady']);
  assert.equal(trend([[0, 1_013], [60_000, 1_014]]), null);
});

test('carbon dioxide has a word at every height, and a place on the scale', () => {
  assert.deepEqual([400, 799, 800, 1_000, 1_999, 2_000, 5_000].map((ppm) => co2Band(ppm).words), ['good', 'good', 'fair', 'elevated', 'elevated', 'poor', 'very poor']);
  assert.deepEqual([0, 400, 5_000, 9_000].map(co2Share), [0, 0, 1, 1]);
});

test('back-off waits longer each time, up to half a minute, with jitter of a fifth', () => {
  const low = new BackOff(() => 0);
  const high = new BackOff(() => 1);
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map(() => low.next()), [400, 800, 1_600, 4_000, 8_000, 24_000, 24_000]);
  assert.equal(high.next(), 600);
  low.reset();
  assert.equal(low.next(), 400);
});

test('a kiosk turns every half minute, and stays two minutes after a touch', () => {
  const rotation = new Rotation(0);
  assert.equal(rotation.turn([1, 2, 3], 1, 29_000), 1);
  assert.equal(rotation.turn([1, 2, 3], 1, 30_000), 2);
  rotation.touched(31_000);
  assert.equal(rotation.turn([1, 2, 3], 2, 150_000), 2);
  assert.equal(rotation.turn([1, 2, 3], 2, 151_000), 3);
  assert.equal(rotation.turn([1, 2, 3], 3, 200_000), 1);
  assert.equal(rotation.turn([], null, 0), null);
});

test('names are cut to the number in front', () => {
  assert.deepEqual(['1.02 Office', 'Lab 1', '2.01 Council chamber', 'Foyer'].map(shortName), ['1.02', 'Lab 1', '2.01', 'Foyer']);
});

test('a fitted plan stands in the middle and keeps so when the view changes', () => {
  const fitted = Viewport.fit({ w: 1_000, h: 500 }, { w: 100, h: 100 }, 50);
  assert.deepEqual([fitted.size.w, fitted.x, fitted.y], [400, 300, 50]);
  assert.deepEqual([fitted.resized({ w: 500, h: 500 }).x], [50]);
});

test('zoom keeps what is under the hand, and has its limits', () => {
  const at = { x: 420, y: 200 };
  const before = Viewport.fit({ w: 1_000, h: 500 }, { w: 100, h: 100 }, 0);
  const after = before.zoomedTo(4, at);
  const under = (viewport: Viewport) => (at.y - viewport.y) / viewport.scale;
  assert.ok(Math.abs(under(before) - under(after)) < 1e-9);
  assert.deepEqual([before.zoomedTo(99, at).zoom, before.zoomedTo(0.01, at).zoom], [6, 0.5]);
});

test('the plan cannot be pushed out of the view', () => {
  const near = Viewport.fit({ w: 1_000, h: 500 }, { w: 100, h: 100 }, 20).zoomedTo(6, { x: 0, y: 0 });
  assert.equal(near.panned({ x: 9_999, y: 9_999 }).x, 20);
  assert.equal(near.panned({ x: -9_999, y: 0 }).x, 1_000 - near.size.w - 20);
});
