import assert from 'node:assert/strict';
import { test } from 'node:test';
import { footOn, rectangle, snap } from '../snap.ts';

const size = { w: 1000, h: 1000 };
const square = [{ x: 0.2, y: 0.2 }, { x: 0.4, y: 0.2 }, { x: 0.4, y: 0.4 }, { x: 0.2, y: 0.4 }];

test('a corner nearby draws more than all else', () => {
  assert.deepEqual(snap({ x: 0.405, y: 0.396 }, [square], size).spot, { x: 0.4, y: 0.4 });
});

test('a spot comes into line with corners and with the edge of the plan', () => {
  const snapped = snap({ x: 0.403, y: 0.7 }, [square], size);
  assert.deepEqual(snapped, { spot: { x: 0.4, y: 0.7 }, x: 0.4, y: null });
  assert.deepEqual(snap({ x: 0.7, y: 0.996 }, [square], size).spot, { x: 0.7, y: 1 });
});

test('far from everything it stays where it is', () => {
  assert.deepEqual(snap({ x: 0.7, y: 0.7 }, [square], size), { spot: { x: 0.7, y: 0.7 }, x: null, y: null });
});

test('a slanted wall draws, too', () => {
  const roof = [{ x: 0, y: 0.5 }, { x: 0.5, y: 0 }, { x: 1, y: 0.5 }];
  const { spot } = snap({ x: 0.252, y: 0.252 }, [roof], size);
  assert.ok(Math.abs(spot.x + spot.y - 0.5) < 1e-9);
  assert.deepEqual(footOn({ x: 0, y: 0 }, { x: 0, y: 0 }, { x: 1, y: 1 }, size), { x: 0, y: 0 });
});

test('a rectangle is drawn whichever way the hand goes, and hardly anything is none', () => {
  assert.deepEqual(rectangle({ x: 0.5, y: 0.6 }, { x: 0.1, y: 0.2 }), rectangle({ x: 0.1, y: 0.2 }, { x: 0.5, y: 0.6 }));
  assert.equal(rectangle({ x: 0.1, y: 0.1 }, { x: 0.101, y: 0.5 }), null);
});
