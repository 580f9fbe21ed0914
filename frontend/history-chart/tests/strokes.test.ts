import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartArea, LineElement, Scale } from 'chart.js';
import { bucketsOf, type Row } from '../answer.ts';
import { band, inPieces } from '../strokes.ts';

const AREA = { left: 10, right: 110, top: 0, bottom: 200 } as ChartArea;
const across = { getPixelForValue: (at: number) => 10 + at / 3 } as Scale;
const up = { getPixelForValue: (value: number) => 200 - value } as Scale;
const row = (from: number, count: number, min: number, max: number): Row => [from, count, min, max, (min + max) / 2, max, 1];

/** Keeps what was asked of it. */
function canvas() {
  const calls: (string | number)[][] = [];
  const context = new Proxy({}, { get: (_target, name) => (...given: number[]) => calls.push([String(name), ...given]), set: () => true });
  return { context: context as CanvasRenderingContext2D, calls: (name: string) => calls.filter((call) => call[0] === name) };
}

test('the band of neighbours lies on whole pixels and leaves out gaps and what was only held', () => {
  const { context, calls } = canvas();
  const rows = [row(0, 3, 20, 30), row(10, 3, 21, 35), [20] as unknown as Row, row(30, 0, 25, 26), row(40, 2, 20, 25)];
  band(context, AREA, bucketsOf({ from: 0, to: 50, now: 0, width: 10, buckets: rows }), across, up, 'red');
  assert.deepEqual(calls('fillRect'), [
    ['fillRect', 10, 170, 3, 10],
    ['fillRect', 13, 165, 4, 14],
    ['fillRect', 23, 175, 4, 5],
  ]);
});

test('a line is stroked in pieces that join, each segment for itself', () => {
  const { context, calls } = canvas();
  const pieces: number[][] = [];
  const drawn = {
    segments: [{ start: 0, end: 99 }, { start: 101, end: 110 }],
    options: { borderColor: 'blue', borderWidth: 2, borderJoinStyle: 'round', borderDash: [] },
    pathSegment: (_ctx: unknown, _segment: unknown, { start, end }: { start: number; end: number }) => void pieces.push([start, end]),
  } as unknown as LineElement;
  inPieces(context, AREA, drawn);
  assert.deepEqual(pieces, [[0, 40], [40, 80], [80, 99], [101, 110]]);
  assert.equal(calls('stroke').length, 4);
});
