import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Viewport } from '../viewport.ts';

const plan = { w: 1200, h: 800 };

test('a fitted plan fits again into a view of another size', () => {
  const viewport = Viewport.fit({ w: 1000, h: 800 }, plan, 20).resized({ w: 500, h: 400 });
  assert.equal(viewport.fitted, true);
  assert.ok(viewport.size.w <= 500 - 2 * 20 + 1e-6);
});

test('a plan that keeps its size in a smaller view is as large as before, around the same middle', () => {
  const before = Viewport.fit({ w: 1000, h: 800 }, plan, 20);
  const after = before.keptIn({ w: 1000, h: 400 });
  assert.ok(Math.abs(after.size.w - before.size.w) < 1e-6);
  const middle = (view: Viewport) => (view.view.h / 2 - view.y) / view.size.h;
  assert.ok(Math.abs(middle(after) - middle(before)) < 1e-6);
});

test('a box below the edge is brought into view', () => {
  const small = Viewport.fit({ w: 1000, h: 800 }, plan, 20).keptIn({ w: 1000, h: 300 });
  const box = { x: 100, y: 600, w: 90, h: 36 };
  const shown = small.revealing(box);
  assert.ok(shown.y + box.y >= 0);
  assert.ok(shown.y + box.y + box.h <= 300);
});
