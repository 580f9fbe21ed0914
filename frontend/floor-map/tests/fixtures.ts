import type { Floor, Model, Point } from '../model.ts';
import type { Latest } from '../protocol.ts';
import { Quality } from '../quality.ts';

let ids = 0;

/** A thermometer in Lab 1, or what the test makes of it. */
export function point(change: Partial<Point> = {}): Point {
  return {
    id: ++ids, kind: 'temperature', label: 'Temperature', name: '', unit: '°C', decimals: 1, layer: 'temperature',
    place: 'Lab 1', zone: 1, floor: 1, x: 0.5, y: 0.5, node: 'a020a6000001', location: 'lab', commandable: false, interval: 2,
    ...change,
  };
}

export function latest(change: Partial<Latest> = {}): Latest {
  return { value: 21.5, quality: Quality.good, at: 0, reason: '', since: null, lastActive: null, ...change };
}

export function floor(id: number, zones: readonly (readonly [id: number, name: string])[]): Floor {
  return {
    id, name: `Floor ${id}`, plan: null, width: 1_200, height: 800,
    zones: zones.map(([zone, name]) => ({ id: zone, name, kind: 'office', outline: [[0, 0], [1, 0], [1, 1], [0, 1]] })),
  };
}

export function model(points: readonly Point[], floors: readonly Floor[] = [floor(1, [[1, 'Lab 1']])]): Model {
  return { building: 'Test house', version: 1, floors, points };
}
