import type { Size, Vec } from '../floor-map/geometry.ts';
import type { Spot } from './drawing.ts';

/** Where a corner has come to rest, and the lines that drew it there. */
export interface Snapped {
  readonly spot: Spot;
  /** Fractions: an upright line at x, a level one at y. */
  readonly x: number | null;
  readonly y: number | null;
}

const NEAR = 9;

/**
 * Draws a spot to a corner nearby, else to a wall, else into line with corners and the edges of the plan. All spots are
 * fractions of a plan that is `size` pixels large on the screen.
 */
export function snap(spot: Spot, outlines: readonly (readonly Spot[])[], size: Size, near = NEAR): Snapped {
  const corners = outlines.flat();
  const corner = nearest(corners, spot, size, near);
  if (corner) {
    return { spot: corner, x: null, y: null };
  }
  const wall = nearestOnWalls(outlines, spot, size, near * 0.7);
  const x = line([0, 1, ...corners.map((each) => each.x)], spot.x, size.w, near * 0.7);
  const y = line([0, 1, ...corners.map((each) => each.y)], spot.y, size.h, near * 0.7);
  if (wall && x === null && y === null) {
    return { spot: wall, x: null, y: null };
  }
  return { spot: { x: x ?? spot.x, y: y ?? spot.y }, x, y };
}

function distance(a: Spot, b: Spot, size: Size): number {
  return Math.hypot((a.x - b.x) * size.w, (a.y - b.y) * size.h);
}

function nearest(corners: readonly Spot[], spot: Spot, size: Size, near: number): Spot | null {
  let best: Spot | null = null;
  let least = near;
  for (const corner of corners) {
    const apart = distance(corner, spot, size);
    if (apart <= least) {
      least = apart;
      best = corner;
    }
  }
  return best;
}

function nearestOnWalls(outlines: readonly (readonly Spot[])[], spot: Spot, size: Size, near: number): Spot | null {
  let best: Spot | null = null;
  let least = near;
  for (const outline of outlines) {
    outline.forEach((a, i) => {
      const b = outline[(i + 1) % outline.length]!;
      const foot = footOn(a, b, spot, size);
      const apart = distance(foot, spot, size);
      if (apart <= least) {
        least = apart;
        best = foot;
      }
    });
  }
  return best;
}

/** The spot of a wall that is nearest. */
export function footOn(a: Spot, b: Spot, spot: Spot, size: Size): Spot {
  const wall: Vec = { x: (b.x - a.x) * size.w, y: (b.y - a.y) * size.h };
  const way: Vec = { x: (spot.x - a.x) * size.w, y: (spot.y - a.y) * size.h };
  const length = wall.x * wall.x + wall.y * wall.y;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (wall.x * way.x + wall.y * way.y) / length));
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function line(lines: readonly number[], at: number, pixels: number, near: number): number | null {
  let best: number | null = null;
  let least = near;
  for (const each of lines) {
    const apart = Math.abs(each - at) * pixels;
    if (apart <= least) {
      least = apart;
      best = each;
    }
  }
  return best;
}

/** The corners of a rectangle between two spots; null when it is hardly one. */
export function rectangle(a: Spot, b: Spot): Spot[] | null {
  if (Math.abs(a.x - b.x) < 0.005 || Math.abs(a.y - b.y) < 0.005) {
    return null;
  }
  const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
  const [top, bottom] = a.y < b.y ? [a.y, b.y] : [b.y, a.y];
  return [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }];
}
