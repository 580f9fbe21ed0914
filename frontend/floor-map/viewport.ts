import { clamp, type Size, type Vec } from './geometry.ts';

export const LEAST_ZOOM = 0.5;
export const MOST_ZOOM = 6;

/**
 * Which part of a plan is seen, and how large. Zoom 1 fits the whole plan into the view. Immutable; every move makes a
 * new one, in which the plan never leaves the view altogether.
 */
export class Viewport {
  readonly view: Size;
  readonly plan: Size;
  readonly margin: number;
  readonly zoom: number;
  /** Where the plan's top left corner is in the view. */
  readonly x: number;
  readonly y: number;

  private constructor(view: Size, plan: Size, margin: number, zoom: number, x: number, y: number) {
    this.view = view;
    this.plan = plan;
    this.margin = margin;
    this.zoom = clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
    const size = this.size;
    this.x = keep(x, size.w, view.w, margin);
    this.y = keep(y, size.h, view.h, margin);
  }

  static fit(view: Size, plan: Size, margin: number): Viewport {
    return new Viewport(view, plan, margin, 1, 0, 0);
  }

  /** Pixels on the screen for one unit of the plan. */
  get scale(): number {
    const w = Math.max(1, this.view.w - 2 * this.margin);
    const h = Math.max(1, this.view.h - 2 * this.margin);
    return Math.min(w / this.plan.w, h / this.plan.h) * this.zoom;
  }

  /** The plan in pixels of the screen. */
  get size(): Size {
    return { w: this.plan.w * this.scale, h: this.plan.h * this.scale };
  }

  get fitted(): boolean {
    return this.zoom === 1;
  }

  /** Nearer or farther, while what lies under this spot of the view stays under it. */
  zoomedTo(zoom: number, at: Vec): Viewport {
    const next = clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
    const factor = next / this.zoom;
    return this.with(next, at.x - (at.x - this.x) * factor, at.y - (at.y - this.y) * factor);
  }

  panned(by: Vec): Viewport {
    return this.with(this.zoom, this.x + by.x, this.y + by.y);
  }

  /** The same part of the plan in a view of another size. */
  resized(view: Size): Viewport {
    return this.fitted ? Viewport.fit(view, this.plan, this.margin) : this.centredIn(view, this.zoom);
  }

  /** The plan as large as it is now in a view of another size, around the same middle. */
  keptIn(view: Size): Viewport {
    return this.centredIn(view, this.scale / Viewport.fit(view, this.plan, this.margin).scale);
  }

  private centredIn(view: Size, zoom: number): Viewport {
    const before = this.size;
    const middle = { x: (this.view.w / 2 - this.x) / before.w, y: (this.view.h / 2 - this.y) / before.h };
    const next = new Viewport(view, this.plan, this.margin, zoom, 0, 0);
    return next.with(next.zoom, view.w / 2 - middle.x * next.size.w, view.h / 2 - middle.y * next.size.h);
  }

  /** So that a box of the plan, given as fractions of it, fills the view. */
  showing(part: Vec & Size): Viewport {
    const whole = Viewport.fit(this.view, this.plan, this.margin);
    const zoom = clamp(0.8 * Math.min(this.view.w / (part.w * whole.size.w), this.view.h / (part.h * whole.size.h)), 1, MOST_ZOOM);
    const near = whole.with(zoom, 0, 0);
    const x = this.view.w / 2 - (part.x + part.w / 2) * near.size.w;
    const y = this.view.h / 2 - (part.y + part.h / 2) * near.size.h;
    return near.with(zoom, x, y);
  }

  /** The least move after which this box, in pixels of the plan, is wholly in view. */
  revealing(box: Vec & Size): Viewport {
    const edge = 16;
    const x = this.x + box.x;
    const y = this.y + box.y;
    const right = Math.min(0, this.view.w - edge - (x + box.w));
    const down = Math.min(0, this.view.h - edge - (y + box.h));
    return this.panned({ x: Math.max(right, edge - x, 0) || right, y: Math.max(down, edge - y, 0) || down });
  }

  private with(zoom: number, x: number, y: number): Viewport {
    return new Viewport(this.view, this.plan, this.margin, zoom, x, y);
  }
}

/** A plan that is smaller than the view stands in its middle; a larger one may not show more than the margin beyond its edge. */
function keep(at: number, size: number, view: number, margin: number): number {
  return size + 2 * margin <= view + 0.5 ? (view - size) / 2 : clamp(at, view - size - margin, margin);
}
