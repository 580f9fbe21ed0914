import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Undo } from '../undo.ts';

test('everything can be taken back and done again, a thousand times', () => {
  const undo = new Undo(0);
  for (let i = 1; i <= 1000; i++) {
    undo.push(i);
  }
  for (let i = 999; i >= 0; i--) {
    assert.equal(undo.undo(), true);
    assert.equal(undo.now, i);
  }
  assert.equal(undo.undo(), false);
  for (let i = 1; i <= 1000; i++) {
    undo.redo();
  }
  assert.equal(undo.now, 1000);
  assert.equal(undo.canRedo, false);
});

test('letters of one word are taken back together, and what comes after a pause by itself', () => {
  const undo = new Undo('');
  undo.push('a', 'name');
  undo.push('ab', 'name');
  undo.pause();
  undo.push('abc', 'name');
  undo.undo();
  assert.equal(undo.now, 'ab');
  undo.undo();
  assert.equal(undo.now, '');
});

test('a new edit after taking back forgets what was taken back', () => {
  const undo = new Undo(1);
  undo.push(2);
  undo.undo();
  undo.push(3);
  assert.equal(undo.canRedo, false);
  undo.undo();
  assert.equal(undo.now, 1);
});
