import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestLines, requestTitle, type How, type Request } from '../requests.ts';
import { point } from './fixtures.ts';

const NOON = new Date(2026, 4, 12, 12, 0).getTime();
const HOUR = 3_600_000;
const relay = point({ id: 7, kind: 'relay', label: 'Relay', name: '', unit: '', place: 'Lab 1' });
const points = new Map([[7, relay]]);

function request(change: Partial<Request>, how: Partial<How> = {}): Request {
  return {
    n: 3, part: 'second', since: NOON, until: NOON + 300_000, by: 'anna', why: 'test', kind: 'set', state: 'waiting',
    wishes: [[7, 1, { p: 8, name: 'operator', lasting: 2 * HOUR, ends: null, ...how }]],
    ...change,
  };
}

test('whoever is to agree reads how long it is held', () => {
  assert.equal(requestTitle(request({}), points), 'Switch on: Relay in Lab 1, for 2 h');
  assert.equal(requestTitle(request({}, { lasting: HOUR / 2 }), points), 'Switch on: Relay in Lab 1, for 30 min');
  assert.equal(requestTitle(request({}, { lasting: null }), points), 'Switch on: Relay in Lab 1, for good');
  assert.equal(requestTitle(request({}, { lasting: 90_000 }), points), 'Switch on: Relay in Lab 1, for 90 s');
});

test('a priority that is not the operator\'s is said', () => {
  assert.equal(requestTitle(request({}, { p: 5, name: 'critical equipment' }), points), 'Switch on: Relay in Lab 1, for 2 h, at critical equipment');
});

test('a release says whose override ends, and until when it was held', () => {
  const ends = { p: 8, name: 'operator', by: 'ben', value: 1, why: '', since: NOON, until: NOON + 2.5 * HOUR };
  const release = request({ kind: 'release', wishes: [[7, 0, { p: 8, name: 'operator', lasting: null, ends }]] });
  assert.deepEqual(requestLines(release, points), ['Release Relay in Lab 1, then switch off; ends ben\'s on, held until 14:30']);
  const tomorrow = request({ kind: 'release' }, { lasting: null, ends: { ...ends, until: NOON + 14 * HOUR } });
  assert.match(requestLines(tomorrow, points)[0]!, /held until 13 May 02:00$/);
  assert.match(requestLines(request({ kind: 'release' }, { ends: { ...ends, until: null } }), points)[0]!, /held for good$/);
});

test('an onlooker reads where it waits and nothing more', () => {
  assert.equal(requestTitle(request({ part: 'onlooker', wishes: [[7, null]] }), points), 'A command for Relay in Lab 1 waits for a second person');
});
