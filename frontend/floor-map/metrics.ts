import type { Density } from './layout.ts';

/** How large the parts of a cell are, in pixels; the style sheet takes them from here, too. */
export interface CellMetrics {
  readonly height: number;
  readonly icon: number;
  readonly value: number;
  readonly unit: number;
  readonly note: number;
  readonly before: number;
  readonly after: number;
  readonly gap: number;
}

export interface Metrics {
  readonly cell: Readonly<Record<Density, CellMetrics>>;
  readonly label: { readonly name: number; readonly mark: number; readonly means: number; readonly height: number };
  readonly chip: { readonly height: number; readonly text: number; readonly pad: number };
  readonly gap: number;
}

const DESK: Metrics = {
  cell: {
    full: { height: 42, icon: 18, value: 15, unit: 11.5, note: 11, before: 9, after: 14, gap: 8 },
    compact: { height: 34, icon: 16, value: 14, unit: 11, note: 11, before: 8, after: 12, gap: 6 },
    dense: { height: 28, icon: 15, value: 13, unit: 10.5, note: 10.5, before: 6, after: 12, gap: 5 },
  },
  label: { name: 12, mark: 13, means: 11, height: 32 },
  chip: { height: 34, text: 13, pad: 10 },
  gap: 8,
};

/** Fingers need more than a mouse. */
const TOUCH: Metrics = {
  ...DESK,
  cell: {
    full: { ...DESK.cell.full, height: 48 },
    compact: { ...DESK.cell.compact, height: 44 },
    dense: { ...DESK.cell.dense, height: 34 },
  },
  chip: { ...DESK.chip, height: 40 },
};

/** To be read from three metres. */
const KIOSK: Metrics = {
  cell: {
    full: { height: 80, icon: 36, value: 38, unit: 20, note: 18, before: 16, after: 20, gap: 14 },
    compact: { height: 62, icon: 30, value: 34, unit: 18, note: 18, before: 12, after: 18, gap: 10 },
    dense: { height: 50, icon: 26, value: 34, unit: 16, note: 16, before: 8, after: 18, gap: 8 },
  },
  label: { name: 24, mark: 28, means: 20, height: 60 },
  chip: { height: 62, text: 34, pad: 16 },
  gap: 12,
};

export function metricsFor(kiosk: boolean, coarse: boolean): Metrics {
  return kiosk ? KIOSK : coarse ? TOUCH : DESK;
}

export type Measure = (text: string, pixels: number, weight: number) => number;

/** The width of a text in our font; figures count as the widest of them, so that it holds for every value. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, pixels, weight) => {
    const wide = text.replace(/[0-9]/g, '8');
    const key = `${weight} ${pixels} ${wide}`;
    let width = known.get(key);
    if (width === undefined && context) {
      const family = getComputedStyle(document.documentElement).getPropertyValue('--bmac-font') || 'sans-serif';
      context.font = `${weight} ${pixels}px ${family}`;
      width = Math.ceil(context.measureText(wide).width * 1.03);
      known.set(key, width);
    }
    return width ?? text.length * pixels * 0.6;
  };
}
