import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf, holds, overlaps, type Box } from '../geometry.ts';
import { arrange, spotFor, type Area, type Arrangement, type Density, type Entry, type Sizes } from '../layout.ts';

const HEIGHT: Record<Density, number> = { full: 42, compact: 34, dense: 28 };
const SIZES: Sizes = {
  cell: (_id, density) => ({ w: density === 'dense' ? 84 : 100, h: HEIGHT[density] }),
  label: () => ({ w: 90, nameW: 90, shortW: 30, h: 18 }),
  chips: () => [{ w: 120, h: 30 }, { w: 70, h: 30 }, { w: 34, h: 30 }],
  rest: (density) => ({ w: 40, h: HEIGHT[density] }),
  gap: 6,
};
const PLAN = { w: 1_000, h: 700 };

function room(id: number, x: number, y: number, w: number, h: number): Area {
  return { id, outline: [{ x, y }, { x: x + w, y }, { x: x + w, y: y + h }, { x, y: y + h }] };
}

function entries(zone: number | null, count: number, x: number, y: number, spread = 0): Entry[] {
  return Array.from({ length: count }, (_, i) => ({ id: (zone ?? 99) * 100 + i, zone, weight: -i, x: x + i * spread, y }));
}

function boxes(found: Arrangement): Box[] {
  const rests = found.chips.filter((chip) => !chip.rest).map((chip) => chip.box);
  return [...found.cards.map((card) => card.box), ...rests, ...[...found.labels.values()].map((label) => label.box)];
}

function assertApart(all: readonly Box[]): void {
  all.forEach((a, i) => all.slice(i + 1).forEach((b) => assert.ok(!overlaps(a, b), `${JSON.stringify(a)} lies on ${JSON.stringify(b)}`)));
}

test('points at one spot are one card, in two columns rather than in one', () => {
  const found = arrange([room(1, 0, 0, 500, 500)], entries(1, 4, 250, 250), PLAN, SIZES);
  assert.equal(found.cards.length, 1);
  assert.deepEqual(found.cards[0]!.cells.map(({ x, y }) => [x, y]), [[0, 0], [100, 0], [0, 42], [100, 42]]);
});

test('where there is room a card stands around its spot', () => {
  const { box } = arrange([room(1, 0, 0, 800, 600)], entries(1, 1, 400, 300), PLAN, SIZES).cards[0]!;
  assert.deepEqual(box, { x: 350, y: 279, w: 100, h: 42 });
});

test('cards stay inside their zone, off its walls, off its name, and off each other', () => {
  const areas = [room(1, 0, 0, 240, 200), room(2, 240, 0, 240, 200), room(3, 0, 200, 480, 120)];
  const all = [...entries(1, 3, 30, 30), ...entries(1, 2, 40, 34).map((e) => ({ ...e, id: e.id + 50 })), ...entries(2, 4, 470, 190), ...entries(3, 2, 5, 205)];
  const found = arrange(areas, all, PLAN, SIZES);
  assertApart(boxes(found));
  for (const card of found.cards) {
    assert.ok(holds(areas.find((area) => area.id === card.zone)!.outline, card.box));
  }
});

test('a card stays inside a zone with a corner cut out', () => {
  const outline = [{ x: 0, y: 0 }, { x: 150, y: 0 }, { x: 150, y: 150 }, { x: 400, y: 150 }, { x: 400, y: 400 }, { x: 0, y: 400 }];
  const { box } = arrange([{ id: 1, outline }], entries(1, 1, 300, 60), PLAN, SIZES).cards[0]!;
  assert.ok(holds(outline, box));
});

test('less is said where there is less room', () => {
  const density = (h: number) => arrange([room(1, 0, 0, 130, h)], entries(1, 4, 60, 90), PLAN, SIZES).cards[0]!.density;
  assert.deepEqual([density(300), density(190), density(165)], ['full', 'compact', 'dense']);
});

test('what does not fit hides behind a count, the least important first', () => {
  const found = arrange([room(1, 0, 0, 120, 150)], entries(1, 8, 60, 70), PLAN, SIZES);
  const shown = found.cards[0]!.cells.map((cell) => cell.id);
  const rest = found.chips[0]!;
  assert.ok(rest.rest);
  assert.deepEqual([...shown, ...rest.ids].sort(), [100, 101, 102, 103, 104, 105, 106, 107]);
  assert.deepEqual(shown, [100, 101, 102].slice(0, shown.length));
});

test('a zone without any room is one chip with as many words as fit', () => {
  const chip = (w: number, h: number) => arrange([room(1, 0, 0, w, h)], entries(1, 6, 10, 10), PLAN, SIZES).chips[0]!;
  assert.deepEqual([chip(140, 70).words, chip(90, 70).words, chip(50, 70).words], [0, 1, 2]);
});

test('chips that would lie on each other become one that stands for all', () => {
  const areas = Array.from({ length: 6 }, (_, i) => room(i + 1, i * 12, 0, 12, 12));
  const found = arrange(areas, areas.flatMap((area) => entries(area.id, 3, 5, 5)), PLAN, SIZES);
  assertApart(found.chips.map((chip) => chip.box));
  assert.equal(found.chips.flatMap((chip) => chip.ids).length, 18);
  assert.ok(found.chips.length < 6);
});

test('points in no zone find a place beside everything else', () => {
  const found = arrange([room(1, 0, 0, 300, 300)], [...entries(1, 4, 150, 150), ...entries(null, 2, 160, 160)], PLAN, SIZES);
  assertApart(boxes(found));
  assert.equal(found.cards.length, 2);
});

test('seventy points on one floor do not lie on each other at any zoom', () => {
  for (const scale of [0.3, 0.5, 0.8, 1, 1.6, 3, 6]) {
    const areas = Array.from({ length: 8 }, (_, i) => room(i + 1, (i % 4) * 250 * scale, Math.floor(i / 4) * 350 * scale, 250 * scale, 350 * scale));
    const all = areas.flatMap((area) => {
      const { x, y, w, h } = boundsOf(area.outline);
      return [...entries(area.id, 6, x + w / 2, y + h / 2), ...entries(area.id, 3, x + w / 3, y + h * 0.8, 20 * scale).map((e) => ({ ...e, id: e.id + 50 }))];
    });
    const found = arrange(areas, all, { w: 1_000 * scale, h: 700 * scale }, SIZES);
    assertApart(boxes(found));
    const drawn = [...found.cards.flatMap((card) => card.cells.map((cell) => cell.id)), ...found.chips.flatMap((chip) => chip.ids)];
    assert.equal(new Set(drawn).size, 72, `at ${scale}`);
  }
});

test('every one of five hundred points on a floor is shown', () => {
  const areas = Array.from({ length: 50 }, (_, i) => room(i + 1, (i % 10) * 300, Math.floor(i / 10) * 300, 300, 300));
  const all = areas.flatMap((area) => entries(area.id, 10, boundsOf(area.outline).x + 150, boundsOf(area.outline).y + 150));
  assert.equal(arrange(areas, all, { w: 3_000, h: 1_500 }, SIZES).cards.flatMap((card) => card.cells).length, 500);
});

test('two hundred points in one hall are cards of their own, none on another', () => {
  const grid = Array.from({ length: 200 }, (_, i) => ({ id: i, zone: 1, weight: -i, x: ((i % 20) + 0.5) * 70, y: (Math.floor(i / 20) + 0.5) * 70 }));
  const found = arrange([room(1, 0, 0, 1_400, 900)], grid, { w: 1_400, h: 900 }, SIZES);
  assertApart(boxes(found));
  assert.equal(found.cards.length, 200);
});

test('the place that is found is the nearest of all that were looked at', () => {
  const hall = room(1, 0, 0, 600, 400).outline;
  const taken = [{ x: 200, y: 100, w: 200, h: 200 }];
  const found = spotFor({ w: 100, h: 40 }, { x: 290, y: 280 }, hall, taken, 6);
  assert.deepEqual(found, { x: 290, y: 306, w: 100, h: 40 });
});

test('no place is found where there is none', () => {
  const square = room(1, 0, 0, 100, 100).outline;
  assert.equal(spotFor({ w: 120, h: 20 }, { x: 0, y: 0 }, square, [], 4), null);
  assert.equal(spotFor({ w: 50, h: 50 }, { x: 0, y: 0 }, square, [{ x: 0, y: 0, w: 100, h: 100 }], 4), null);
});
