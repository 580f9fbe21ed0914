import { byRank, quantity, type Atlas, type Point } from './model.ts';
import { isAbnormal, severity } from './quality.ts';
import type { Look } from './summary.ts';

export type Column = 'place' | 'quantity' | 'value' | 'quality' | 'age' | 'node';

export interface Order {
  readonly by: Column;
  readonly down: boolean;
}

export interface Wish {
  readonly text: string;
  readonly onlyAbnormal: boolean;
  readonly order: Order;
  /** Only what calls itself so on the wire. */
  readonly location?: string | null;
}

/** Rows under one heading; no heading where the list is sorted across places. */
export interface Group {
  readonly floor: string;
  readonly zone: string;
  readonly points: readonly Point[];
}

/** The rows of the list: grouped by floor and zone in their order, or one sorted run. */
export function rows(atlas: Atlas, look: Look, wish: Wish): Group[] {
  const wanted = atlas.model.points.filter((point) => isFrom(point, wish.location) && matches(atlas, point, wish.text) && (!wish.onlyAbnormal || isAbnormal(look(point.id).quality)));
  return wish.order.by === 'place' ? grouped(atlas, new Set(wanted), wish.order.down) : sorted(wanted, look, wish.order);
}

function isFrom(point: Point, location: string | null | undefined): boolean {
  return location == null || point.location === location;
}

/** Every word must be somewhere in what can be read of the point. */
function matches(atlas: Atlas, point: Point, text: string): boolean {
  const floor = point.floor === null ? 'unplaced' : (atlas.floors.get(point.floor)?.name ?? '');
  const all = [quantity(point), point.label, point.place, floor, point.node ?? '', point.location].join(' ').toLowerCase();
  return plain(text).split(/\s+/).every((word) => plain(all).includes(word));
}

/** So that "co2" finds "CO₂". */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

function grouped(atlas: Atlas, wanted: ReadonlySet<Point>, down: boolean): Group[] {
  const groups: Group[] = [];
  for (const floor of atlas.model.floors) {
    const here = atlas.pointsOn(floor.id).filter((point) => wanted.has(point));
    for (const zone of floor.zones) {
      groups.push({ floor: floor.name, zone: zone.name, points: here.filter((point) => point.zone === zone.id) });
    }
    const zones = new Set(floor.zones.map((zone) => zone.id));
    groups.push({ floor: floor.name, zone: 'Outside all zones', points: here.filter((point) => point.zone === null || !zones.has(point.zone)) });
  }
  groups.push({ floor: 'Unplaced', zone: '', points: [...wanted].filter((point) => point.floor === null).sort(byPlace) });
  const filled = groups.filter((group) => group.points.length > 0);
  return down ? filled.reverse() : filled;
}

function byPlace(a: Point, b: Point): number {
  return a.place.localeCompare(b.place) || byRank(a, b);
}

function sorted(wanted: readonly Point[], look: Look, { by, down }: Order): Group[] {
  const sign = down ? -1 : 1;
  const points = [...wanted].sort((a, b) => sign * compare(a, b, by, look) || a.id - b.id);
  return points.length === 0 ? [] : [{ floor: '', zone: '', points }];
}

function compare(a: Point, b: Point, by: Column, look: Look): number {
  switch (by) {
    case 'place':
      return a.place.localeCompare(b.place);
    case 'quantity':
      return quantity(a).localeCompare(quantity(b)) || a.place.localeCompare(b.place);
    case 'value':
      return quantity(a).localeCompare(quantity(b)) || number(look(a.id).latest.value) - number(look(b.id).latest.value);
    case 'quality':
      return severity(look(b.id).quality) - severity(look(a.id).quality);
    case 'age':
      return number(look(b.id).latest.at) - number(look(a.id).latest.at);
    case 'node':
      return (a.node ?? a.location).localeCompare(b.node ?? b.location);
  }
}

/** What is not known sorts as the least. */
function number(value: number | null): number {
  return value ?? -Number.MAX_VALUE;
}
