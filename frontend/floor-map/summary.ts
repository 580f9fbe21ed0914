import { ofTheRoom, type Point } from './model.ts';
import type { Latest } from './protocol.ts';
import { isAbnormal, Quality, worst } from './quality.ts';

/** What a zone or a floor says in one line. */
export interface Summary {
  readonly points: number;
  readonly abnormal: number;
  readonly worst: Quality;
  /** Over the points that may be believed; null when there are none. */
  readonly temperature: number | null;
  readonly co2: number | null;
}

/** The latest of a point, with the quality that may be shown now. */
export type Look = (point: number) => { readonly latest: Latest; readonly quality: Quality };

export function summarise(points: readonly Point[], look: Look): Summary {
  const qualities = points.map((point) => look(point.id).quality);
  return {
    points: points.length,
    abnormal: qualities.filter(isAbnormal).length,
    worst: worst(qualities),
    temperature: mean(points, 'temperature', look),
    co2: mean(points, 'co2', look),
  };
}

function mean(points: readonly Point[], kind: string, look: Look): number | null {
  const values = ofTheRoom(points, kind)
    .map((point) => look(point.id))
    .filter(({ latest, quality }) => !isAbnormal(quality) && latest.value !== null)
    .map(({ latest }) => latest.value as number);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How many points there are of each quality. */
export function tally(points: readonly Point[], look: Look): Map<Quality, number> {
  const counts = new Map<Quality, number>();
  for (const point of points) {
    const { quality } = look(point.id);
    counts.set(quality, (counts.get(quality) ?? 0) + 1);
  }
  return counts;
}
