import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addFloor, align, bearing, copyFloor, freeName, hang, hungOn, inUse, metresAcross, middleOf, move, orderFloor, placeOf, putAway, setZone,
  squareMetres, storey, unplaced, zone, type Drawing, type Room,
} from '../drawing.ts';

const EMPTY: Drawing = { name: '', floors: [], zones: [], nodes: {}, points: {} };

function room(id: string, floor: string): Room {
  const outline = [{ x: 0, y: 0 }, { x: 0.5, y: 0 }, { x: 0.5, y: 0.5 }, { x: 0, y: 0.5 }];
  return { id, floor, name: id, kind: 'office', tags: [], outline };
}

function published(id: string): Drawing {
  const [drawing] = addFloor(EMPTY, { id, name: 'Ground' });
  return drawing;
}

test('floors get names that nobody has, and stand in their order', () => {
  const [one, ground] = addFloor(EMPTY);
  const [two, upper] = addFloor(one);
  assert.deepEqual(two.floors.map((floor) => floor.name), ['Ground floor', 'Floor 1']);
  assert.deepEqual(orderFloor(two, upper.id, -1).floors.map((floor) => floor.id), [upper.id, ground.id]);
  assert.equal(orderFloor(two, ground.id, -1), two);
  assert.equal(freeName('Room', ['room', 'Room 2']), 'Room 3');
});

test('a copied floor has the rooms and nothing that hangs there', () => {
  const before = hang(setZone(published('7'), room('1', '7')), 'node:3', { floor: '7', x: 0.1, y: 0.1 });
  const [after, copy] = copyFloor(before, '7');
  assert.equal(after.zones.filter((each) => each.floor === copy!.id).length, 1);
  assert.deepEqual(hungOn(after, copy!.id), []);
  assert.equal(placeOf(after, 'node:3')!.floor, '7');
});

test('a published floor is put away, a new one is gone', () => {
  const drawing = hang(published('7'), 'node:3', { floor: '7', x: 0.1, y: 0.1 });
  const away = putAway(drawing, '7');
  assert.equal(storey(away, '7')!.archived, true);
  assert.deepEqual(inUse(away), []);
  assert.deepEqual(unplaced(away, [{ id: '3', name: 'lab', uid: null, points: [] }]).map((thing) => thing.id), ['3']);
  const [more, fresh] = addFloor(away);
  assert.equal(storey(putAway(more, fresh.id), fresh.id), null);
});

test('what is moved together stays together at the edge of the plan', () => {
  const drawing = hang(hang(published('7'), 'node:1', { floor: '7', x: 0.9, y: 0.5 }), 'node:2', { floor: '7', x: 0.5, y: 0.5 });
  const moved = move(drawing, ['node:1', 'node:2'], { x: 0.5, y: 0 });
  assert.equal(placeOf(moved, 'node:1')!.x, 1);
  assert.equal(placeOf(moved, 'node:2')!.x, 0.6);
});

test('nodes are put in line and at equal distances', () => {
  const at = [[0.1, 0.2], [0.2, 0.3], [0.9, 0.4]] as const;
  const drawing = at.reduce((now, [x, y], i) => hang(now, `node:${i}`, { floor: '7', x, y }), published('7'));
  const all = ['node:0', 'node:1', 'node:2'] as const;
  assert.deepEqual(all.map((hung) => placeOf(align(drawing, all, 'top'), hung)!.y), [0.2, 0.2, 0.2]);
  assert.deepEqual(all.map((hung) => placeOf(align(drawing, all, 'across'), hung)!.x), [0.1, 0.5, 0.9]);
});

test('a place never leaves the plan, and numbers stay short', () => {
  const place = placeOf(hang(published('7'), 'node:1', { floor: '7', x: 1.2, y: 1 / 3 }), 'node:1')!;
  assert.deepEqual(place, { floor: '7', x: 1, y: 0.33333 });
});

test('two clicks tell the scale and where north is', () => {
  const [drawing, made] = addFloor(EMPTY, { width: 1000, height: 500 });
  const metres = metresAcross({ x: 0.1, y: 0.5 }, { x: 0.6, y: 0.5 }, 10, made);
  assert.equal(metres, 20);
  const floor = { ...made, metres };
  assert.equal(squareMetres(room('1', floor.id), floor), 50);
  assert.equal(squareMetres(room('1', made.id), made), null);
  assert.equal(bearing({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.1 }, floor), 0);
  assert.equal(bearing({ x: 0.5, y: 0.5 }, { x: 0.9, y: 0.5 }, floor), 90);
  assert.equal(zone(drawing, 'no'), null);
});

test('the middle of a room lies in it', () => {
  assert.deepEqual(middleOf(room('1', '7').outline), { x: 0.25, y: 0.25 });
});
