import { valueWithUnit } from './format.ts';
import { quantity, type Point } from './model.ts';

/** What a button that asks for this value says: "Switch off", "Set to 60 %", "Change to heating". */
export function verb(point: Point, value: number): string {
  switch (point.kind) {
    case 'relay':
      return value === 0 ? 'Switch off' : 'Switch on';
    case 'changeover':
      return value === 0 ? 'Change to cooling' : 'Change to heating';
    case 'valve':
      return value === 0 ? 'Shut' : point.twoStates ? 'Open' : `Set to ${valueWithUnit(point, value)}`;
    default:
      return value === 0 ? 'Switch off' : `Set to ${valueWithUnit(point, value)}`;
  }
}

/** The values of an output that has two states, the active one first; null where it can be anything between. */
export function ends(point: Point): readonly [number, number] | null {
  if (point.unit !== '%') {
    return [1, 0];
  }
  return point.twoStates ? [100, 0] : null;
}

/** What that means, in one sentence: "Switch off Relay in Lab 1; it reports on. It is held for 2 h." */
export function effect(point: Point, value: number, reported: number | null, occupied: boolean, holding: string): string {
  const now = reported === null ? 'it has not reported anything yet' : `it reports ${valueWithUnit(point, reported)}`;
  const people = occupied ? ` ${point.place} is occupied now.` : '';
  return `${verb(point, value)}: ${quantity(point)} in ${point.place}; ${now}.${people} It is held ${holding}.`;
}

/** To the nearest step, within the range. */
export function stepped(value: number, step = 5): number {
  return Math.min(100, Math.max(0, Math.round(value / step) * step));
}
