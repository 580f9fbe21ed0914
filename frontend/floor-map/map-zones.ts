import { co2Band } from './bands.ts';
import { numberText } from './format.ts';
import type { Vec } from './geometry.ts';
import { shapeSvg, span } from './marker.ts';
import type { LiveStore } from './live-store.ts';
import type { Floor, Point, Zone } from './model.ts';
import { isAbnormal, qualityWords } from './quality.ts';
import { summarise, type Summary } from './summary.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** "21.4 °C · 612 ppm", as far as there is a mean of each. */
export function meansText(summary: Summary): string {
  return [temperatureText(summary), co2Text(summary)].filter(Boolean).join(' · ');
}

export function temperatureText({ temperature }: Summary): string {
  return temperature === null ? '' : `${numberText(temperature, 1)} °C`;
}

function co2Text({ co2 }: Summary): string {
  return co2 === null ? '' : `${numberText(co2, 0)} ppm`;
}

/** The word for the air, where it is worth one. */
export function airWord({ co2 }: Summary): string {
  return co2 === null || co2 < 1_000 ? '' : `CO₂ ${co2Band(co2).words}`;
}

/** The number that many buildings put in front of a room's name; the name itself where there is none. */
export function shortName(name: string): string {
  return /^\S*\d\S*(?=\s)/.exec(name)?.[0] ?? name;
}

/** What a zone is called by those who hear it. */
export function spokenZone(zone: Zone, summary: Summary): string {
  const state = summary.abnormal === 0 ? '' : `${summary.abnormal} of ${summary.points} points not good, worst ${qualityWords(summary.worst)}`;
  const means = [temperatureText(summary), co2Text(summary)].filter(Boolean).map((text) => `mean ${text}`);
  return [`Zone ${zone.name}`, ...means, airWord(summary), state].filter(Boolean).join(', ');
}

/** What is said of a zone, as far as its markers do not say it themselves. */
export class ZoneWords {
  private readonly store: LiveStore;
  private readonly shown: (point: Point) => boolean;

  constructor(store: LiveStore, shown: (point: Point) => boolean) {
    this.store = store;
    this.shown = shown;
  }

  name(zone: number): string {
    return this.store.atlas?.zones.get(zone)?.name ?? '';
  }

  private points(zone: number): readonly Point[] {
    return this.store.atlas?.pointsIn(zone) ?? [];
  }

  summary(zone: number): Summary {
    return summarise(this.points(zone), (point) => this.store.look(point));
  }

  /** Under the name: means where there are several to take them of, and the word for bad air. */
  secondLine(zone: number): string {
    const summary = this.summary(zone);
    const means = meansText({
      ...summary,
      temperature: this.isSaid(zone, 'temperature') ? null : summary.temperature,
      co2: this.isSaid(zone, 'co2') ? null : summary.co2,
    });
    return [means && `mean ${means}`, airWord(summary)].filter(Boolean).join(' · ');
  }

  private isSaid(zone: number, kind: string): boolean {
    const [only, ...others] = this.points(zone).filter((point) => point.kind === kind);
    return only !== undefined && others.length === 0 && this.shown(only);
  }

  /** On the chip that stands for all of it, from the most words to the least. */
  chip(zone: number): readonly [string, string, string] {
    const count = this.points(zone).filter(this.shown).length;
    const summary = this.summary(zone);
    return [meansText(summary) || `${count} points`, temperatureText(summary) || `+${count}`, `+${count}`];
  }
}

/** The outline of a zone on the plan; the corners in fractions of it. */
export function zonePolygon(zone: Zone, floor: Floor): SVGPolygonElement {
  const polygon = document.createElementNS(SVG, 'polygon');
  polygon.setAttribute('points', zone.outline.map(([x, y]) => `${x * floor.width},${y * floor.height}`).join(' '));
  polygon.dataset['zone'] = String(zone.id);
  return polygon;
}

/** The name of a zone with the worst of its states, and a second line where that says something new. */
export class ZoneLabel {
  readonly button = document.createElement('button');
  readonly zone: Zone;
  readonly polygon: SVGPolygonElement;
  private readonly name = span('zone-name');
  private readonly means = span('zone-means');
  private readonly mark = span('zone-mark');
  private marked = '';
  short = false;

  constructor(zone: Zone, floor: Floor) {
    this.zone = zone;
    this.polygon = zonePolygon(zone, floor);
    this.button.type = 'button';
    this.button.className = 'zone-label';
    this.button.dataset['zone'] = String(zone.id);
    this.button.append(span('zone-line', this.name, this.mark), this.means);
  }

  show(summary: Summary, secondLine: string): void {
    write(this.name, this.short ? shortName(this.zone.name) : this.zone.name);
    write(this.means, this.short ? '' : secondLine);
    const mark = isAbnormal(summary.worst) ? shapeSvg(summary.worst) : '';
    if (mark !== this.marked) {
      this.marked = mark;
      this.mark.innerHTML = mark;
    }
    const spoken = spokenZone(this.zone, summary);
    if (this.button.getAttribute('aria-label') !== spoken) {
      this.button.setAttribute('aria-label', spoken);
      this.button.title = this.zone.name;
    }
    const band = summary.co2 === null ? '' : co2Band(summary.co2).code;
    if (this.polygon.dataset['air'] !== band) {
      this.polygon.dataset['air'] = band;
    }
  }
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** The corners of a zone in pixels of a plan of this size. */
export function outlineIn(zone: Zone, size: { w: number; h: number }): Vec[] {
  return zone.outline.map(([x, y]) => ({ x: x * size.w, y: y * size.h }));
}
