import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, Readings } from '../protocol.ts';
import { Quality } from '../quality.ts';

const LINK = { up: true, words: 'connected', since: 0 };

test('frames that are not understood are no message', () => {
  for (const frame of ['', 'nonsense', '3', 'null', '{}', '{"t":"dance"}', '{"t":"snapshot","seq":1}', '{"t":"changes","seq":"1"}']) {
    assert.equal(parse(frame), null, frame);
  }
});

test('every message of the protocol is understood', () => {
  for (const frame of [
    '{"t":"snapshot","seq":1,"now":5,"link":{"up":true,"words":"connected","since":1},"points":[[7,21.5,0,4]]}',
    '{"t":"changes","seq":2,"now":6,"points":[[7,21.6,2,5,"silent"]]}',
    '{"t":"beat","seq":2,"now":7}',
    '{"t":"recent","id":7,"points":[[4,21.5]]}',
    '{"t":"model","version":2}',
  ]) {
    assert.notEqual(parse(frame), null, frame);
  }
});

test('changes are merged by point, and say which they were', () => {
  const readings = new Readings();
  readings.apply({ t: 'snapshot', seq: 1, now: 0, link: LINK, points: [[1, 20, 0, 10], [2, 40, 0, 10]] });
  const applied = readings.apply({ t: 'changes', seq: 2, now: 0, points: [[2, 41, 2, 20, 'silent']] });
  assert.deepEqual(applied, { points: [2], link: false });
  assert.equal(readings.of(1).value, 20);
  assert.deepEqual([readings.of(2).value, readings.of(2).quality, readings.of(2).reason], [41, Quality.stale, 'silent']);
});

test('what a new snapshot leaves out is unknown again', () => {
  const readings = new Readings();
  readings.apply({ t: 'snapshot', seq: 1, now: 0, link: LINK, points: [[1, 20, 0, 10], [2, 40, 0, 10]] });
  const applied = readings.apply({ t: 'snapshot', seq: 1, now: 0, link: LINK, points: [[1, 20, 0, 10]] });
  assert.deepEqual(applied.points, [1, 2]);
  assert.equal(readings.of(2).quality, Quality.neverSeen);
});

test('since counts from the reading that changed the value', () => {
  const readings = new Readings();
  readings.apply({ t: 'snapshot', seq: 1, now: 0, link: LINK, points: [[1, 0, 0, 10]] });
  assert.equal(readings.of(1).since, null);
  readings.apply({ t: 'changes', seq: 2, now: 0, points: [[1, 1, 0, 20]] });
  readings.apply({ t: 'changes', seq: 3, now: 0, points: [[1, 1, 0, 30]] });
  assert.deepEqual([readings.of(1).since, readings.of(1).lastActive], [20, 30]);
});

test('the last hour tells what the page has not seen itself', () => {
  const readings = new Readings();
  readings.apply({ t: 'snapshot', seq: 1, now: 0, link: LINK, points: [[1, 0, 0, 50]] });
  readings.apply({ t: 'recent', id: 1, points: [[10, 0], [20, 1], [30, 1], [40, 0], [50, 0]] });
  assert.deepEqual([readings.of(1).since, readings.of(1).lastActive], [40, 30]);
});
