import type { ChartArea, LineElement, Scale } from 'chart.js';
import { isGap, type Bucket } from './answer.ts';

/** A path of a thousand zigzags at once takes ten times as long as the same in pieces. */
const PIECE = 40;

/** Strokes a line of Chart.js inside an area, in its own style. */
export function inPieces(ctx: CanvasRenderingContext2D, area: ChartArea, drawn: LineElement): void {
  const { segments, options } = drawn;
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  ctx.clip();
  ctx.strokeStyle = options.borderColor;
  ctx.lineWidth = options.borderWidth;
  ctx.lineJoin = options.borderJoinStyle;
  ctx.setLineDash(options.borderDash);
  for (const segment of segments) {
    for (let start = segment.start; start < segment.end; start += PIECE) {
      ctx.beginPath();
      drawn.pathSegment(ctx, segment, { start, end: Math.min(start + PIECE, segment.end) });
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** From the least to the most of each bucket, on whole pixels, so that neighbours neither overlap nor leave a slit. */
export function band(ctx: CanvasRenderingContext2D, area: ChartArea, buckets: readonly Bucket[], x: Scale, y: Scale, colour: string): void {
  ctx.save();
  ctx.fillStyle = colour;
  for (const bucket of buckets) {
    if (isGap(bucket) || bucket.count === 0) {
      continue;
    }
    const left = Math.round(Math.max(area.left, x.getPixelForValue(bucket.from)));
    const right = Math.round(Math.min(area.right, x.getPixelForValue(bucket.to)));
    const top = Math.max(area.top, y.getPixelForValue(bucket.max));
    const bottom = Math.min(area.bottom, y.getPixelForValue(bucket.min));
    if (right > left && bottom > top) {
      ctx.fillRect(left, top, right - left, bottom - top);
    }
  }
  ctx.restore();
}
