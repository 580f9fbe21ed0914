import { face, spokenName, timeText, valueWithUnit } from './format.ts';
import { HAND, kindIcon, qualityShape } from './icons.ts';
import { quantity, type Point } from './model.ts';
import { IDLE, overrideOf, spokenControl, wantedText, type Control } from './control.ts';
import type { Latest } from './protocol.ts';
import { Quality, qualityCode, qualityWords } from './quality.ts';

/** The corners of a marker and what each is kept for; one badge a corner at most. */
export type Corner = 'top-right' | 'top-left' | 'bottom-right' | 'bottom-left';
export const ALARM: Corner = 'top-right';
export const OVERRIDE: Corner = 'top-left';
export const QUALITY: Corner = 'bottom-right';
export const PENDING: Corner = 'bottom-left';

/** Something is under way. */
const RING = '<span class="ring"></span>';

const ARROWS = { rising: '↗', steady: '→', falling: '↘' } as const;

/** What a marker is to show; the same texts again change nothing in the page. */
export interface Showing {
  readonly latest: Latest;
  readonly quality: Quality;
  readonly trend: keyof typeof ARROWS | null;
  readonly control?: Control;
  readonly now: number;
}

/** One point on the plan: a button that says its value, and how far to believe it. Touches the page only where something changed. */
export class Marker {
  readonly point: Point;
  readonly button = document.createElement('button');
  private readonly value = document.createTextNode('');
  private readonly unit = document.createTextNode('');
  private readonly note = document.createTextNode('');
  private readonly trend = document.createElement('span');
  private readonly bar = document.createElement('span');
  private readonly corners = new Map<Corner, HTMLElement>();
  private spoken = '';
  private quality: Quality | null = null;
  private control: Control = IDLE;

  constructor(point: Point) {
    this.point = point;
    this.button.type = 'button';
    this.button.className = 'cell';
    this.button.dataset['point'] = String(point.id);
    this.button.dataset['kind'] = point.kind;
    this.button.append(frame(), icon(point.kind), this.words());
    if (point.unit === '%' && point.commandable) {
      this.bar.className = 'bar';
      this.button.append(this.bar);
    }
  }

  private words(): HTMLElement {
    this.trend.className = 'trend';
    const line = span('line', span('value', this.value), ' ', span('unit', this.unit), this.trend);
    return span('words', line, ' ', span('note', this.note));
  }

  /** @returns whether another quality is shown than before, so that the marker may need another place */
  show({ latest, quality, trend, control = IDLE, now }: Showing): boolean {
    const { value, unit, note } = face(this.point, latest, quality, now);
    setText(this.value, value);
    setText(this.unit, unit);
    setText(this.note, note);
    setText(this.trend, quality === Quality.good && trend ? ARROWS[trend] : '');
    this.speak([spokenName(this.point, latest, quality, now), spokenControl(this.point, control, now)].filter(Boolean).join(', '));
    this.showControl(control);
    this.showActivity(latest.value, quality);
    return this.showQuality(quality);
  }

  /** How long the value is that it shows. */
  get length(): number {
    return this.value.length;
  }

  private speak(words: string): void {
    if (words !== this.spoken) {
      this.spoken = words;
      this.button.setAttribute('aria-label', words);
    }
  }

  private showActivity(value: number | null, quality: Quality): void {
    const active = value !== null && value !== 0 && quality < Quality.offline;
    if (this.button.hasAttribute('data-active') !== active) {
      this.button.toggleAttribute('data-active', active);
    }
    if (this.bar.isConnected) {
      const share = active ? `${value}%` : '0';
      if (this.bar.style.getPropertyValue('--share') !== share) {
        this.bar.style.setProperty('--share', share);
      }
    }
  }

  /** Who holds it by hand; and what it is asked to do, beside what it reports. */
  private showControl(control: Control): void {
    if (control === this.control) {
      return;
    }
    this.control = control;
    this.badge(OVERRIDE, overrideOf(control) ? HAND : null);
    this.badge(PENDING, control.way ? RING : null);
    if (control.way && control.way.wanted !== null) {
      this.corners.get(PENDING)!.append(span('ghost', wantedText(this.point, control.way.wanted)));
    }
    this.button.toggleAttribute('data-pending', control.way !== null);
  }

  private showQuality(quality: Quality): boolean {
    if (quality === this.quality) {
      return false;
    }
    this.quality = quality;
    this.button.dataset['quality'] = qualityCode(quality);
    const badge = quality === Quality.stale || quality === Quality.offline || quality === Quality.bad;
    this.badge(QUALITY, badge ? shapeSvg(quality) : null);
    return true;
  }

  /** Puts a drawing into a corner, or takes it away. */
  badge(corner: Corner, svg: string | null): void {
    const there = this.corners.get(corner);
    if (svg === null) {
      there?.remove();
      this.corners.delete(corner);
      return;
    }
    const element = there ?? span(`corner ${corner}`);
    element.innerHTML = svg;
    if (!there) {
      this.corners.set(corner, element);
      this.button.append(element);
    }
  }

  /** Says more to those who hover: the quality in words, its reason, and the exact time. */
  explain({ latest, quality, now }: Showing): void {
    const value = latest.value === null ? '' : valueWithUnit(this.point, latest.value);
    const at = latest.at === null ? '' : timeText(latest.at, now);
    const words = quality === Quality.good ? '' : [qualityWords(quality), latest.reason].filter(Boolean).join(': ');
    this.button.title = [`${quantity(this.point)}, ${this.point.place}`, value, words, at].filter(Boolean).join('\n');
  }
}

function frame(): HTMLElement {
  return span('frame');
}

function icon(kind: string): HTMLElement {
  const element = span('icon');
  element.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true">${kindIcon(kind)}</svg>`;
  return element;
}

/** A quality's shape as a small picture. */
export function shapeSvg(quality: Quality): string {
  const code = qualityCode(quality);
  return `<svg class="shape" data-quality="${code}" viewBox="0 0 24 24" aria-hidden="true">${qualityShape(code)}</svg>`;
}

export function span(className: string, ...content: (Node | string)[]): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.append(...content);
  return element;
}

function setText(node: Text | HTMLElement, text: string): void {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}
