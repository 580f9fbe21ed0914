import type { Vec } from './geometry.ts';

/** What hands do to the map; spots are in pixels from the top left corner of the view. */
export interface Hands {
  panned(by: Vec): void;
  zoomed(factor: number, at: Vec): void;
  /** A double tap or double click. */
  dived(at: Vec): void;
  /** The last finger or button is up. */
  rested(): void;
  /** Whether one finger moves the map; else the page is scrolled, and the map takes two. */
  readonly grabs: boolean;
  /** Whether there is room to zoom that way; else the wheel scrolls the page. */
  zooms(factor: number): boolean;
}

const SLACK = 5;
const DOUBLE_TAP = 300;

/** Mouse, wheel, trackpad and fingers on one element. */
export class Gestures {
  private readonly element: HTMLElement;
  private readonly hands: Hands;
  private readonly fingers = new Map<number, Vec>();
  private moved = false;
  private travelled: Vec = { x: 0, y: 0 };
  private lastTap: { readonly at: number; readonly spot: Vec } | null = null;
  private readonly stop = new AbortController();
  private wheeling = new AbortController();

  constructor(element: HTMLElement, hands: Hands) {
    this.element = element;
    this.hands = hands;
    this.hear('pointerdown', (event) => this.down(event as PointerEvent));
    this.hear('pointermove', (event) => this.move(event as PointerEvent));
    this.hear('pointerup', (event) => this.up(event as PointerEvent));
    this.hear('pointercancel', (event) => this.up(event as PointerEvent));
    this.hear('pointerenter', (event) => (event as PointerEvent).pointerType !== 'touch' && this.hearWheel());
    this.hear('pointerleave', (event) => (event as PointerEvent).pointerType !== 'touch' && this.wheeling.abort());
    if (navigator.maxTouchPoints > 0) {
      this.hear('touchstart', (event) => this.claim(event as TouchEvent), { passive: false });
      this.hear('touchmove', (event) => this.claim(event as TouchEvent), { passive: false });
    }
    this.hear('click', (event) => this.click(event), { capture: true });
    this.hear('dblclick', (event) => this.doubleClick(event as MouseEvent));
    this.hear('dragstart', (event) => event.preventDefault());
  }

  release(): void {
    this.stop.abort();
    this.wheeling.abort();
  }

  /**
   * Only while the pointer is here: where somebody may hold back the scrolling, the browser keeps account of every
   * element, and that is a good part of what each frame of a busy map costs.
   */
  private hearWheel(): void {
    this.wheeling.abort();
    this.wheeling = new AbortController();
    const options = { passive: false, signal: this.wheeling.signal };
    this.element.addEventListener('wheel', (event) => this.wheel(event), options);
  }

  private hear(type: string, run: (event: Event) => void, options: AddEventListenerOptions = {}): void {
    this.element.addEventListener(type, run, { ...options, signal: this.stop.signal });
  }

  private spot(event: { clientX: number; clientY: number }): Vec {
    const { left, top } = this.element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  private down(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button !== 0) {
      return;
    }
    this.fingers.set(event.pointerId, this.spot(event));
    if (this.fingers.size === 1) {
      this.moved = false;
      this.travelled = { x: 0, y: 0 };
    }
  }

  private move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before) {
      return;
    }
    const here = this.spot(event);
    const two = this.fingers.size === 2;
    const spread = two ? this.spread() : null;
    this.fingers.set(event.pointerId, here);
    const by = { x: here.x - before.x, y: here.y - before.y };
    if (spread) {
      this.moved = true;
      const now = this.spread();
      this.hands.panned({ x: now.middle.x - spread.middle.x, y: now.middle.y - spread.middle.y });
      this.hands.zoomed(now.distance / Math.max(1, spread.distance), now.middle);
    } else if (this.fingers.size === 1 && (event.pointerType !== 'touch' || this.hands.grabs)) {
      this.drag(event, by);
    }
  }

  private drag(event: PointerEvent, by: Vec): void {
    this.travelled = { x: this.travelled.x + by.x, y: this.travelled.y + by.y };
    if (!this.moved && Math.hypot(this.travelled.x, this.travelled.y) > SLACK) {
      this.moved = true;
      this.element.setPointerCapture(event.pointerId);
      this.hands.panned(this.travelled);
    } else if (this.moved) {
      this.hands.panned(by);
    }
  }

  private spread(): { middle: Vec; distance: number } {
    const [a, b] = [...this.fingers.values()] as [Vec, Vec];
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, distance: Math.hypot(a.x - b.x, a.y - b.y) };
  }

  private up(event: PointerEvent): void {
    if (!this.fingers.delete(event.pointerId) || this.fingers.size > 0) {
      return;
    }
    if (event.type === 'pointerup' && event.pointerType === 'touch' && !this.moved) {
      this.tap(event);
    }
    this.hands.rested();
  }

  private tap(event: PointerEvent): void {
    const spot = this.spot(event);
    const last = this.lastTap;
    const near = last && Math.hypot(spot.x - last.spot.x, spot.y - last.spot.y) < 32;
    if (near && event.timeStamp - last.at < DOUBLE_TAP) {
      this.lastTap = null;
      this.hands.dived(spot);
    } else {
      this.lastTap = { at: event.timeStamp, spot };
    }
  }

  private doubleClick(event: MouseEvent): void {
    const byTouch = (event as PointerEvent).pointerType === 'touch';
    if (!byTouch && !(event.target as Element).closest('button')) {
      this.hands.dived(this.spot(event));
    }
  }

  /** What ends a drag is not a click on what happens to lie there. */
  private click(event: Event): void {
    if (this.moved && (event as PointerEvent).detail !== 0) {
      event.stopPropagation();
      event.preventDefault();
    }
    this.moved = false;
  }

  private wheel(event: WheelEvent): void {
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1;
    const factor = Math.exp((-event.deltaY * lines * (event.ctrlKey ? 8 : 1.6)) / 1_000);
    if (this.hands.zooms(factor)) {
      event.preventDefault();
      this.hands.zoomed(factor, this.spot(event));
      this.hands.rested();
    }
  }

  /** Two fingers are always ours; the browser would scroll or zoom the whole page with them. */
  private claim(event: TouchEvent): void {
    if (event.touches.length > 1 && event.cancelable) {
      event.preventDefault();
    }
  }
}
