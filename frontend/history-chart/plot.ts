import { Chart, LinearScale, LineController, LineElement, PointElement, type ChartConfiguration, type ChartDataset, type Plugin, type Scale } from 'chart.js';
import annotations, { type AnnotationOptions } from 'chartjs-plugin-annotation';
import zoom from 'chartjs-plugin-zoom';
import { alone, gaps, indexAt, line } from './curve.ts';
import type { Bucket } from './answer.ts';
import type { Mark, Sort } from './marks.ts';
import type { Colours } from './colours.ts';
import { band, inPieces } from './strokes.ts';
import { timeTicks } from './time-axis.ts';
import type { Extent } from './window.ts';
import { numberText, type Series } from './words.ts';
import type { Zone } from './zone.ts';

Chart.register(LinearScale, LineController, LineElement, PointElement, annotations, zoom);

/** As wide for every chart, so that moments lie below one another. */
export const AXIS = 76;
const RIGHT = 12;

/** What is drawn. */
export interface Picture {
  readonly series: Series;
  readonly buckets: readonly Bucket[];
  /** Of the period before, moved to this one. */
  readonly shadow: readonly Bucket[];
  readonly marks: readonly Mark[];
  readonly extent: Extent;
  readonly zone: Zone;
  readonly colours: Colours;
}

/** What somebody does with it. */
export interface Hand {
  /** Points at a moment; at none when null. */
  pointed(at: number | null): void;
  /** Has dragged, pinched or turned the wheel to this extent. */
  zoomed(extent: Extent): void;
}

const STRIPS: Readonly<Record<Sort, number>> = { override: 0, alarm: 1, schedule: 2 };

/** One chart on a canvas. It stays as it is until it is told to draw something else. */
export class Plot {
  private readonly chart: Chart;
  private picture: Picture | null = null;
  private cursor: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly hand: Hand;

  constructor(canvas: HTMLCanvasElement, hand: Hand) {
    this.hand = hand;
    this.chart = new Chart(canvas, this.configuration());
  }

  get canvas(): HTMLCanvasElement {
    return this.chart.canvas;
  }

  /** How many pixels wide the time is. */
  get width(): number {
    return this.chart.chartArea ? this.chart.chartArea.right - this.chart.chartArea.left : 0;
  }

  draw(picture: Picture): void {
    const before = this.picture;
    if (before && before.buckets === picture.buckets && before.shadow === picture.shadow && before.marks === picture.marks
      && before.colours === picture.colours && before.extent === picture.extent && before.series === picture.series) {
      return;
    }
    this.picture = picture;
    const { options } = this.chart;
    this.chart.data.datasets = datasets(picture);
    options.scales = { x: this.timeScale(picture), y: valueScale(picture) };
    options.plugins!.annotation = { annotations: drawnMarks(picture, this.chart.width - AXIS - RIGHT) };
    options.plugins!.zoom!.zoom!.drag = { enabled: true, threshold: 6, backgroundColor: picture.colours.band, borderColor: picture.colours.line, borderWidth: 1 };
    this.chart.update('none');
  }

  point(at: number | null): void {
    if (this.cursor !== at) {
      this.cursor = at;
      this.chart.draw();
    }
  }

  /** Where a moment is, in pixels from the left of the canvas. */
  pixel(at: number): number {
    return this.chart.scales['x']?.getPixelForValue(at) ?? 0;
  }

  end(): void {
    clearTimeout(this.timer);
    this.chart.destroy();
  }

  private configuration(): ChartConfiguration {
    return {
      type: 'line',
      data: { datasets: [] },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        parsing: false,
        normalized: true,
        events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
        onHover: (event) => event.x !== null && this.pointedAt(event.x),
        layout: { padding: { top: 8, right: RIGHT } },
        scales: {},
        plugins: {
          legend: { display: false },
          tooltip: { enabled: false },
          zoom: {
            zoom: {
              mode: 'x',
              drag: { enabled: true },
              pinch: { enabled: true },
              wheel: { enabled: true, modifierKey: 'ctrl' },
              onZoomComplete: ({ chart }) => this.settle(chart),
            },
          },
        },
      },
      plugins: [this.strokes(), this.cursorLine()],
    };
  }

  private pointedAt(x: number): void {
    const { left, right } = this.chart.chartArea;
    const at = this.chart.scales['x']?.getValueForPixel(Math.min(right, Math.max(left, x)));
    this.hand.pointed(at ?? null);
  }

  /** Wheels and pinches come in many small steps: asked for when they are over. */
  private settle(chart: Chart): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { min, max } = chart.scales['x']!;
      this.hand.zoomed({ from: min, to: max });
    }, 120);
  }

  private timeScale({ extent, zone, colours }: Picture) {
    return {
      type: 'linear' as const,
      min: extent.from,
      max: extent.to,
      grid: { color: (context: { index: number; tick?: { major?: boolean } }) => (context.tick?.major ? colours.axis : colours.grid), tickColor: colours.grid },
      border: { color: colours.axis },
      afterBuildTicks: (scale: Scale) => {
        scale.ticks = timeTicks(scale.min, scale.max, Math.max(2, scale.width / 84), zone).map((tick) => ({ value: tick.at, label: tick.label, major: tick.major }));
      },
      ticks: {
        color: colours.quiet,
        font: { family: colours.font, size: 12 },
        autoSkip: false,
        maxRotation: 0,
        callback: (_value: unknown, index: number, ticks: { label?: unknown }[]) => String(ticks[index]?.label ?? ''),
      },
    };
  }

  /** Lines and the band are drawn by ourselves, as what Chart.js would draw takes a processor without a GPU many times as long. */
  private strokes(): Plugin {
    return {
      id: 'strokes',
      beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
        if (this.picture) {
          band(ctx, chartArea, this.picture.buckets, scales['x']!, scales['y']!, this.picture.colours.band);
        }
      },
      beforeDatasetDraw: ({ ctx, chartArea }, { meta }) => {
        inPieces(ctx, chartArea, meta.dataset as unknown as LineElement);
        meta.data.forEach((point) => (point as unknown as PointElement).draw(ctx, chartArea));
        return false;
      },
    };
  }

  private cursorLine(): Plugin {
    return {
      id: 'cursor',
      afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
        const { cursor, picture } = this;
        if (cursor === null || !picture || cursor < picture.extent.from || cursor > picture.extent.to) {
          return;
        }
        const x = scales['x']!.getPixelForValue(cursor);
        ctx.save();
        ctx.strokeStyle = picture.colours.text;
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(x, chartArea.top);
        ctx.lineTo(x, chartArea.bottom);
        ctx.stroke();
        const bucket = picture.buckets[indexAt(picture.buckets, cursor)];
        if (bucket && Number.isFinite(bucket.mean)) {
          ctx.fillStyle = picture.colours.line;
          ctx.strokeStyle = picture.colours.surface;
          ctx.lineWidth = 2;
          ctx.beginPath();
          ctx.arc(x, scales['y']!.getPixelForValue(bucket.mean), 5, 0, 2 * Math.PI);
          ctx.fill();
          ctx.stroke();
        }
        ctx.restore();
      },
    };
  }
}

function datasets({ series, buckets, shadow, colours }: Picture): ChartDataset<'line'>[] {
  const { steps } = series;
  const mean = line(buckets, steps);
  const lonely = alone(mean);
  const common = { stepped: steps ? ('before' as const) : false, pointRadius: 0, pointHoverRadius: 0, borderJoinStyle: 'round' as const, spanGaps: false };
  return [
    { ...common, data: mean, borderColor: colours.line, borderWidth: 1.75, pointRadius: lonely.includes(true) ? lonely.map((is) => (is ? 2.5 : 0)) : 0, pointBackgroundColor: colours.line, pointBorderWidth: 0, fill: false },
    { ...common, data: line(shadow, steps), borderColor: colours.quiet, borderWidth: 1.25, borderDash: [5, 4], fill: false },
  ];
}

function valueScale({ series, buckets, shadow, colours }: Picture) {
  const asWords = series.words.length > 0;
  const share = series.unit === '%';
  const [least, most] = range(series, [...buckets, ...shadow]);
  return {
    type: 'linear' as const,
    ...(asWords ? { min: -0.12, max: 1.12 } : share ? { min: 0, max: 100 } : { min: least, max: most }),
    afterFit: (scale: Scale) => {
      scale.width = AXIS;
    },
    ...(asWords ? { afterBuildTicks: (scale: Scale) => void (scale.ticks = [{ value: 0 }, { value: 1 }]) } : {}),
    grid: { color: colours.grid, tickLength: 0 },
    border: { display: false },
    ticks: {
      color: colours.quiet,
      font: { family: colours.font, size: 12 },
      maxTicksLimit: 6,
      padding: 8,
      includeBounds: false,
      callback: (value: string | number) => (asWords ? series.words[Number(value)] ?? '' : numberText(Number(value), series.decimals)),
    },
  };
}

/** With room above and below, and never so close that noise looks like weather. */
function range({ decimals }: Series, buckets: readonly Bucket[]): [number, number] {
  let min = Infinity;
  let max = -Infinity;
  for (const bucket of buckets) {
    if (Number.isFinite(bucket.mean)) {
      min = Math.min(min, bucket.min, bucket.mean);
      max = Math.max(max, bucket.max, bucket.mean);
    }
  }
  if (min > max) {
    return [0, 1];
  }
  const least = 10 ** (1 - decimals);
  const length = Math.max(max - min, least);
  const middle = (min + max) / 2;
  const floor = min >= 0 ? 0 : -Infinity;
  return [Math.max(floor, middle - length * 0.58), middle + length * 0.58];
}

function drawnMarks({ buckets, marks, extent, colours }: Picture, width: number): Record<string, AnnotationOptions> {
  const drawn: Record<string, AnnotationOptions> = {};
  const pixels = width / (extent.to - extent.from);
  gaps(buckets).forEach(({ from, to }, i) => {
    drawn[`gap${i}`] = {
      type: 'box', xMin: Math.max(from, extent.from), xMax: Math.min(to, extent.to), backgroundColor: colours.gap, borderWidth: 0, drawTime: 'beforeDatasetsDraw',
      label: { display: (to - from) * pixels > 72, content: 'no data', color: colours.quiet, font: { family: colours.font, size: 12, weight: 'normal' } },
    };
  });
  marks.forEach((mark, i) => {
    drawn[`mark${i}`] = mark.kind === 'tick'
      ? { type: 'line', xMin: mark.at, xMax: mark.at, borderColor: colours.hand, borderWidth: 1.5, borderDash: [2, 3], drawTime: 'afterDatasetsDraw' }
      : {
        type: 'box', xMin: mark.from, xMax: mark.to, backgroundColor: colours[mark.kind], borderWidth: 0, drawTime: 'afterDatasetsDraw',
        yMin: (context) => context.chart.scales['y']?.getValueForPixel(context.chart.chartArea.top + STRIPS[mark.kind as Sort] * 7) ?? 0,
        yMax: (context) => context.chart.scales['y']?.getValueForPixel(context.chart.chartArea.top + STRIPS[mark.kind as Sort] * 7 + 5) ?? 0,
      };
  });
  return drawn;
}
