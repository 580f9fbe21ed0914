/** All in pixels of the plan at its present size, before panning. */
export interface Vec {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

export interface Box extends Vec, Size {}

export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

export function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };
}

export function centre(box: Box): Vec {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

/** The smallest box around the corners; there is at least one. */
export function boundsOf(corners: readonly Vec[]): Box {
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

/** What a polygon covers, whichever way round it runs. */
export function areaOf(outline: readonly Vec[]): number {
  const twice = outline.reduce((sum, a, i) => {
    const b = outline[(i + 1) % outline.length]!;
    return sum + a.x * b.y - b.x * a.y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Even-odd rule; a spot on an edge may count as either side. */
export function contains(outline: readonly Vec[], spot: Vec): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const a = outline[i]!;
    const b = outline[j]!;
    if (a.y > spot.y !== b.y > spot.y && spot.x < ((b.x - a.x) * (spot.y - a.y)) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
  }
  return inside;
}

/** Whether the whole box lies in the outline. */
export function holds(outline: readonly Vec[], box: Box): boolean {
  const spots = [
    { x: box.x, y: box.y }, { x: box.x + box.w, y: box.y },
    { x: box.x, y: box.y + box.h }, { x: box.x + box.w, y: box.y + box.h },
    { x: box.x + box.w / 2, y: box.y }, { x: box.x + box.w / 2, y: box.y + box.h },
  ];
  return (
    spots.every((spot) => contains(outline, spot)) &&
    !outline.some((corner) => corner.x > box.x && corner.x < box.x + box.w && corner.y > box.y && corner.y < box.y + box.h)
  );
}

/** The number nearest to the wish that lies between the limits; the lower limit where they cross. */
export function clamp(wish: number, least: number, most: number): number {
  return Math.max(least, Math.min(wish, most));
}
