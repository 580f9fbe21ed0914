import { face } from './format.ts';
import type { Size } from './geometry.ts';
import type { Density, Sizes } from './layout.ts';
import type { LiveStore } from './live-store.ts';
import { shortName, type ZoneWords } from './map-zones.ts';
import type { CellMetrics, Measure, Metrics } from './metrics.ts';
import type { Point } from './model.ts';
import { isAbnormal, Quality } from './quality.ts';

/** Values that a cell keeps room for, so that it does not grow and shrink with every reading. */
const ROOM: Readonly<Record<string, string>> = {
  temperature: '88.8', co2: '8888', humidity: '88', pressure: '8888.8', motion: 'occupied', relay: 'off', fan: '100',
  valve: '100', changeover: 'heating',
};

/** How large everything on the map is as it is now: worked out from texts and the font, never read back from the page. */
export class MapSizes implements Sizes {
  readonly gap: number;
  private readonly store: LiveStore;
  private readonly measure: Measure;
  private readonly metrics: Metrics;
  private readonly words: ZoneWords;

  constructor(store: LiveStore, measure: Measure, metrics: Metrics, words: ZoneWords) {
    this.store = store;
    this.measure = measure;
    this.metrics = metrics;
    this.words = words;
    this.gap = metrics.gap;
  }

  cell(id: number, density: Density): Size {
    const m = this.metrics.cell[density];
    const point = this.store.atlas?.points.get(id);
    const words = point ? this.cellWords(point, density, m) : 0;
    return { w: Math.ceil(m.before + m.icon + m.gap + words + m.after), h: m.height };
  }

  /** On a frozen screen all is stale, and says so by its shape alone: nothing moves, and the bar has the age. */
  private cellWords(point: Point, density: Density, m: CellMetrics): number {
    const { latest, quality: seen } = this.store.look(point.id);
    const quality = seen === Quality.stale && this.store.freeze !== null ? Quality.good : seen;
    const { value, unit, note } = face(point, latest, quality, this.store.now());
    const room = quality === Quality.good || quality === Quality.stale ? longer(value, ROOM[point.kind] ?? '') : value;
    const trend = point.kind === 'pressure' && quality === Quality.good ? m.value : 0;
    const valueWidth = this.measure(room, m.value, 600) + (unit ? this.measure(unit, m.unit, 450) + 4 : 0) + trend;
    const noteWidth = this.noteWidth(point, quality, note, m.note);
    if (density === 'full') {
      return Math.max(valueWidth, noteWidth);
    }
    return quality < Quality.stale ? valueWidth : valueWidth + noteWidth + (value ? 5 : 0);
  }

  /** Ages keep room for two figures; a long reason is cut. */
  private noteWidth(point: Point, quality: Quality, note: string, pixels: number): number {
    const sample = quality === Quality.good ? noteRoom(point, note) : quality === Quality.stale ? '88 min' : note;
    return Math.min(this.measure(sample, pixels, 450), pixels * 9);
  }

  label(zone: number): Size & { readonly nameW: number; readonly shortW: number } {
    const { name, mark, means, height } = this.metrics.label;
    const marked = isAbnormal(this.words.summary(zone).worst) ? mark + 9 : 0;
    const second = this.words.secondLine(zone);
    const width = (text: string) => this.measure(text, name, 600) + marked + 2;
    const whole = this.words.name(zone);
    return {
      w: Math.max(width(whole), second ? this.measure(second, means, 450) : 0),
      nameW: width(whole),
      shortW: width(shortName(whole)),
      h: second ? height : Math.round(height * 0.55),
    };
  }

  chips(zone: number): readonly Size[] {
    const { height, text: pixels, pad } = this.metrics.chip;
    const marked = isAbnormal(this.words.summary(zone).worst) ? pixels + 9 : 0;
    return this.words.chip(zone).map((text) => ({
      w: Math.max(height, this.measure(text, pixels, 600) + 2 * pad + marked),
      h: height,
    }));
  }

  rest(density: Density): Size {
    const m = this.metrics.cell[density];
    return { w: this.measure('+88', m.value, 600) + m.before + m.after, h: m.height };
  }
}

function noteRoom(point: Point, note: string): string {
  if (point.kind === 'motion') {
    return 'for 88 min';
  }
  return point.name ? `${point.name} · 88 s` : longer(note, '88 min');
}

function longer(a: string, b: string): string {
  return a.length >= b.length ? a : b;
}
