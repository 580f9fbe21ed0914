import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Batch } from '../batch.ts';
import { Controls, outcomeText, overrideOf, spokenControl, stackText, strayed, timeLeft, wantedText, type Control, type Slot } from '../control.ts';
import { minutesOf, minutesUntil } from '../hold.ts';
import { NEVER_SEEN, type Latest } from '../protocol.ts';
import { effect, stepped, verb } from '../verbs.ts';
import { point } from './fixtures.ts';

const HOUR = 3_600_000;
const fan = point({ id: 7, kind: 'fan', label: 'Fan', unit: '%', decimals: 0, commandable: true });
const relay = point({ id: 8, kind: 'relay', label: 'Relay', unit: '', commandable: true });

function slot(change: Partial<Slot> = {}): Slot {
  return { p: 8, name: 'operator', by: 'anna', value: 60, why: '', since: 0, until: 2 * HOUR, ...change };
}

function control(change: Partial<Control> = {}): Control {
  return { id: 7, way: null, stack: [slot()], otherwise: null, ...change };
}

test('the stack stands in one line, the strongest first', () => {
  const stack = [slot(), slot({ p: 15, name: 'schedule', by: 'schedule', value: 40, until: null })];
  assert.equal(stackText(fan, control({ stack, otherwise: 0 }), 18 * 60_000), '8 anna 60 % (1:42) › 15 schedule 40 % › 16 default 0 %');
  assert.equal(stackText(fan, control({ stack: [], otherwise: null }), 0), '');
});

test('what is left is said in hours and minutes, then in seconds', () => {
  assert.equal(timeLeft(2 * HOUR, 0), '2:00');
  assert.equal(timeLeft(2 * HOUR, 1), '2:00');
  assert.equal(timeLeft(90_000, 0), '0:02');
  assert.equal(timeLeft(45_000, 0), '45 s');
  assert.equal(timeLeft(0, 5_000), '0 s');
  assert.equal(timeLeft(null, 0), '');
});

test('a schedule is no override', () => {
  assert.equal(overrideOf(control({ stack: [slot({ p: 15 })] })), undefined);
  assert.equal(overrideOf(control({ stack: [slot({ p: 5 }), slot()] }))?.p, 5);
});

test('what is held and reported otherwise has strayed, once the node had time to follow', () => {
  const latest = (value: number | null, at: number | null): Latest => ({ ...NEVER_SEEN, value, at });
  const held = control({ stack: [slot({ value: 60, since: 1_000 })] });
  assert.equal(strayed(fan, held, latest(0, 11_000))?.value, 60);
  assert.equal(strayed(fan, held, latest(0, 10_999)), undefined);
  assert.equal(strayed(fan, held, latest(61, 11_000)), undefined);
  assert.equal(strayed(fan, held, latest(null, 11_000)), undefined);
  assert.equal(strayed(fan, { ...held, way: { n: 1, by: 'anna', wanted: 60, since: 0, sent: true } }, latest(0, 11_000)), undefined);
  assert.equal(strayed(fan, control({ stack: [] }), latest(0, 11_000)), undefined);
  assert.equal(strayed(relay, control({ stack: [slot({ value: 1, since: 0 })] }), latest(0, 11_000))?.value, 1);
});

test('a snapshot makes idle what it leaves out, and says what is different', () => {
  const controls = new Controls();
  controls.begin([control(), control({ id: 9 })]);
  assert.deepEqual(controls.begin([control({ id: 9, stack: [slot({ since: 5 })] })]).sort(), [7, 9]);
  assert.equal(controls.of(7).stack.length, 0);
  assert.equal(controls.held().length, 1);
});

test('the oldest override comes first', () => {
  const controls = new Controls();
  controls.change([control({ id: 1, stack: [slot({ since: 20 })] }), control({ id: 2, stack: [slot({ since: 10 }), slot({ p: 15, since: 1 })] })]);
  assert.deepEqual(controls.held().map(({ id }) => id), [2, 1]);
});

test('ends are remembered for those who learn the number later, but not for ever', () => {
  const controls = new Controls();
  for (let n = 1; n <= 1_500; n++) {
    controls.end([[n, 7, 'confirmed', 60, '', 0]]);
  }
  assert.equal(controls.ended(1_500)?.outcome, 'confirmed');
  assert.equal(controls.ended(1), undefined);
});

test('an outcome is said in words', () => {
  const end = { outcome: 'mismatched', reported: 45, words: '' };
  assert.equal(outcomeText(fan, 60, end), 'Commanded 60 %, but it reports 45 %.');
  assert.equal(outcomeText(relay, 1, { outcome: 'confirmed', reported: 1, words: '' }), 'Confirmed: on');
  assert.equal(outcomeText(fan, 60, { outcome: 'refused', reported: null, words: 'Because.' }), 'Because.');
  assert.equal(outcomeText(fan, 60, { outcome: 'something-new', reported: null, words: 'New.' }), 'New.');
});

test('a wish and a hand are heard as well as seen', () => {
  const way = { n: 1, by: 'anna', wanted: 60, since: 0, sent: true };
  assert.equal(spokenControl(fan, control({ way }), 0), 'anna is changing it to 60 %, held by anna, 2:00 left');
  assert.equal(spokenControl(fan, control({ stack: [] }), 0), '');
  assert.equal(wantedText(relay, 1), '→ on');
  assert.equal(wantedText(fan, null), '→ release');
});

test('until a time of day is until the next one', () => {
  const noon = new Date(2026, 4, 12, 12, 0).getTime();
  assert.equal(minutesUntil('12:30', noon), 30);
  assert.equal(minutesUntil('11:30', noon), 23 * 60 + 30);
  assert.equal(minutesUntil('12:00', noon), 24 * 60);
  assert.equal(minutesUntil('', noon), null);
  assert.equal(minutesOf('good', '', noon), 0);
  assert.equal(minutesOf('30', '', noon), 30);
});

test('a button says its verb', () => {
  assert.equal(verb(relay, 0), 'Switch off');
  assert.equal(verb(fan, 60), 'Set to 60 %');
  assert.equal(verb(point({ kind: 'changeover' }), 1), 'Change to heating');
  assert.match(effect(relay, 0, 1, true, 'for 2 h'), /^Switch off: Relay in Lab 1; it reports on. Lab 1 is occupied now. It is held for 2 h.$/);
  assert.equal(stepped(43), 45);
  assert.equal(stepped(-5), 0);
});

test('a batch has one outcome for each, as they come', () => {
  const controls = new Controls();
  const batch = new Batch([[1, 0], [2, 0], [3, 0]]);
  controls.end([[11, 1, 'confirmed', 0, '', 0]]);
  batch.learn({ all: [{ id: 1, command: 11 }, { id: 2, command: 12 }, { id: 3, command: 13, outcome: 'refused', words: 'No.' }] }, controls);
  assert.equal(batch.words, '1 of 3 done, 1 failed, 1 under way');
  assert.equal(batch.hear({ n: 12, id: 2, outcome: 'unanswered', reported: null, words: 'Silent.', at: 0 }), true);
  assert.equal(batch.hear({ n: 99, id: 2, outcome: 'confirmed', reported: null, words: '', at: 0 }), false);
  assert.deepEqual(batch.failures.map(({ id }) => id), [2, 3]);
});
