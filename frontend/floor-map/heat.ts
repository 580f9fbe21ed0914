import { ofTheRoom, type Point, type Zone } from './model.ts';
import { isAbnormal, type Quality } from './quality.ts';
import type { Latest } from './protocol.ts';

/** A quantity that can be laid over the plan. */
export interface Scale {
  readonly kind: string;
  readonly label: string;
  readonly unit: string;
  /** The ends of the legend; what lies beyond is drawn as they are. */
  readonly from: number;
  readonly to: number;
  /** Stops from 0 to 1. */
  readonly stops: readonly (readonly [share: number, colour: Rgb])[];
}

export type Rgb = readonly [number, number, number];

const BLUE: Rgb = [0, 114, 178];
const GREY: Rgb = [217, 217, 217];
const VERMILLION: Rgb = [213, 94, 0];

/**
 * Blue to vermillion with the comfort band, 20 to 24 °C, in grey; cividis for CO₂; one hue for occupancy, in minutes of the
 * last hour. All are for every kind of colour vision.
 */
export const SCALES: readonly Scale[] = [
  {
    kind: 'temperature', label: 'Temperature', unit: '°C', from: 14, to: 30,
    stops: [[0, BLUE], [6 / 16, GREY], [10 / 16, GREY], [1, VERMILLION]],
  },
  {
    kind: 'co2', label: 'CO₂', unit: 'ppm', from: 400, to: 2_000,
    stops: [[0, [0, 34, 78]], [0.25, [66, 78, 108]], [0.5, [124, 123, 120]], [0.75, [188, 175, 110]], [1, [254, 232, 56]]],
  },
  {
    kind: 'motion', label: 'Occupancy', unit: 'min/h', from: 0, to: 60,
    stops: [[0, [233, 244, 242]], [1, [0, 96, 90]]],
  },
];

/** The colour of a value. */
export function colourOf(scale: Scale, value: number): Rgb {
  const share = Math.min(1, Math.max(0, (value - scale.from) / (scale.to - scale.from)));
  const after = Math.max(1, scale.stops.findIndex(([at]) => at >= share));
  const [low, from] = scale.stops[after - 1]!;
  const [high, to] = scale.stops[after]!;
  const part = (share - low) / (high - low);
  return [0, 1, 2].map((i) => Math.round(from[i]! + (to[i]! - from[i]!) * part)) as unknown as Rgb;
}

/** As a CSS gradient, for the legend. */
export function gradient(scale: Scale): string {
  return `linear-gradient(to right, ${scale.stops.map(([at, rgb]) => `rgb(${rgb.join(' ')}) ${100 * at}%`).join(', ')})`;
}

/** A sensor that counts; where it hangs, in the plan's own units. */
export interface Probe {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** The sensors of a kind in a zone whose values can be believed, on a plan of this size. */
export function probes(
  points: readonly Point[], kind: string, size: { readonly width: number; readonly height: number },
  look: (id: number) => { readonly latest: Latest; readonly quality: Quality },
): Probe[] {
  return ofTheRoom(points, kind).flatMap((point) => {
    const { latest, quality } = look(point.id);
    return point.x !== null && point.y !== null && latest.value !== null && !isAbnormal(quality)
      ? [{ x: point.x * size.width, y: point.y * size.height, value: latest.value }]
      : [];
  });
}

/**
 * What is estimated for a spot: the mean of the probes within the radius, each weighted by the inverse of its squared
 * distance (Shepard); null where none is near enough.
 */
export function estimate(all: readonly Probe[], x: number, y: number, radius: number): number | null {
  let sum = 0;
  let weights = 0;
  for (const probe of all) {
    const square = (probe.x - x) ** 2 + (probe.y - y) ** 2;
    if (square === 0) {
      return probe.value;
    }
    if (square <= radius ** 2) {
      sum += probe.value / square;
      weights += 1 / square;
    }
  }
  return weights === 0 ? null : sum / weights;
}

const MOST_ACROSS = 96;

/** Draws one quantity over a floor, each zone from its own sensors, so that it ends at the walls. */
export function drawHeat(
  context: CanvasRenderingContext2D, size: { readonly width: number; readonly height: number }, zones: readonly Zone[],
  probesOf: (zone: number) => readonly Probe[], scale: Scale,
): void {
  const { canvas } = context;
  const zoom = canvas.width / size.width;
  const cell = size.width / MOST_ACROSS;
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const zone of zones) {
    const all = probesOf(zone.id);
    if (all.length > 0) {
      context.save();
      context.beginPath();
      zone.outline.forEach(([x, y]) => context.lineTo(x * canvas.width, y * canvas.height));
      context.clip();
      fill(context, zone, size, all, scale, cell, zoom);
      context.restore();
    }
  }
}

function fill(
  context: CanvasRenderingContext2D, zone: Zone, size: { readonly width: number; readonly height: number },
  all: readonly Probe[], scale: Scale, cell: number, zoom: number,
): void {
  const xs = zone.outline.map(([x]) => x * size.width);
  const ys = zone.outline.map(([, y]) => y * size.height);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const across = Math.max(1, Math.ceil((Math.max(...xs) - left) / cell));
  const down = Math.max(1, Math.ceil((Math.max(...ys) - top) / cell));
  const picture = new ImageData(across, down);
  for (let i = 0; i < across * down; i++) {
    const value = estimate(all, left + ((i % across) + 0.5) * cell, top + (Math.floor(i / across) + 0.5) * cell, size.width / 4);
    if (value !== null) {
      picture.data.set([...colourOf(scale, value), 255], 4 * i);
    }
  }
  const small = new OffscreenCanvas(across, down);
  small.getContext('2d')!.putImageData(picture, 0, 0);
  context.drawImage(small, left * zoom, top * zoom, across * cell * zoom, down * cell * zoom);
}
