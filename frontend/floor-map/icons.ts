/*
 * Drawings on a grid of 24. In each: .o is drawn as a line, .s is filled and shows that the value is good, .on and .off
 * belong to one of two states, .strike appears when the node is gone. Styles are in marker-styles.ts.
 */
const STRIKE = '<path class="strike" d="M3.5 20.5 20.5 3.5"/>';

const BLADE = 'M12.6 10.3c-1.7-2.7-1.5-6.6 1-7.4 2.4-.8 4.3 1.6 3.3 4-.7 1.7-2.2 2.9-4.3 3.4Z';
const blades = (kind: string) => [0, 120, 240].map((turn) => `<path class="${kind}" transform="rotate(${turn} 12 12)" d="${BLADE}"/>`).join('');

const CUP = '<path class="o" d="M5 9h11v5.5A4.5 4.5 0 0 1 11.5 19h-2A4.5 4.5 0 0 1 5 14.5Z"/><path class="o" d="M16 10.5h1.5a2.5 2.5 0 0 1 0 5h-1.6"/><path class="s" d="M6.4 12.2h8.2v2.3a3.1 3.1 0 0 1-3.1 3.1h-2a3.1 3.1 0 0 1-3.1-3.1Z"/>';
const SMALL_CUP = '<path class="o" d="M7 9.5h8V13a3.5 3.5 0 0 1-3.5 3.5h-1A3.5 3.5 0 0 1 7 13Z"/><path class="o" d="M15 10.5h.9a1.9 1.9 0 0 1 0 3.8H15"/><path class="o" d="M4.5 20h13"/><path class="s" d="M8.3 12h5.4v1a2.2 2.2 0 0 1-2.2 2.2h-1A2.2 2.2 0 0 1 8.3 13Z"/>';
const STEAM = '<path class="o" d="M8.5 3.2v2.6M12.5 3.2v2.6"/>';
const TWICE = '<text class="t" x="16" y="8.6">2×</text>';

const KINDS: Readonly<Record<string, string>> = {
  temperature: '<path class="o" d="M14.2 14.3V5.2a2.2 2.2 0 0 0-4.4 0v9.1a4.4 4.4 0 1 0 4.4 0Z"/><circle class="s" cx="12" cy="17.9" r="2.3"/><path class="s" d="M11.1 8.5h1.8v8h-1.8Z"/>',
  humidity: '<path class="o" d="M12 3.2c3.3 3.9 6.3 7 6.3 11a6.3 6.3 0 0 1-12.6 0c0-4 3-7.1 6.3-11Z"/><path class="s" d="M7.2 13.8c1.7-.8 3.2-.7 4.8.1s3.2.8 4.8.1v.2a4.8 4.8 0 0 1-9.6 0Z"/>',
  pressure: '<path class="o" d="M5.1 18.5a9 9 0 1 1 13.8 0Z"/><path class="o" d="m12 13.5 3.5-4.6"/><circle class="s" cx="12" cy="13.7" r="2"/>',
  co2: '<circle class="o" cx="12" cy="12" r="3.7"/><circle class="o" cx="4.1" cy="12" r="2.5"/><circle class="o" cx="19.9" cy="12" r="2.5"/><circle class="s" cx="12" cy="12" r="2.3"/>',
  motion: '<circle class="o" cx="13" cy="4.6" r="2"/><circle class="s" cx="13" cy="4.6" r="2"/><path class="o" d="m7.5 21 2.7-4.4.8-4.1 3 2.9.7 5.6M8 13l.8-3.6 3.4-1.5 1.4.2 1.6 2.8 2.6.9M12.2 8l-1.2 4.5"/>',
  espresso: SMALL_CUP + '<path class="o" d="M11 4v2.5"/>',
  'double-espresso': SMALL_CUP + TWICE,
  coffee: CUP + STEAM,
  'double-coffee': CUP + TWICE,
  moisture: '<path class="o" d="M12 21v-8.5"/><path class="o" d="M12 13.5c0-3.7-2.5-6-7-6 0 4 2.6 6 7 6Z"/><path class="o" d="M12 11c0-3.3 2.4-5.8 7-5.8 0 4-2.8 5.8-7 5.8Z"/><path class="s" d="M12 11c0-3.3 2.4-5.8 7-5.8 0 4-2.8 5.8-7 5.8Z"/>',
  weight: '<path class="o" d="M4.5 20 6.2 9h11.6l1.7 11Z"/><circle class="o" cx="12" cy="6" r="2.6"/><path class="s" d="M9.5 13h5v3.5h-5Z"/>',
  relay: '<rect class="o" x="2.5" y="6.8" width="19" height="10.4" rx="5.2"/><circle class="o off" cx="7.7" cy="12" r="2.6"/><circle class="s on" cx="16.3" cy="12" r="3.2"/>',
  fan: blades('o') + blades('s') + '<circle class="o" cx="12" cy="12" r="1.5"/>',
  valve: '<path class="o" d="M3.5 9.5v9l8.5-4.5 8.5 4.5v-9L12 14Z"/><path class="o" d="M12 14V6.5M8.5 5.5h7"/><path class="s" d="M5 12v4l5-2.2Zm14 0v4l-5-2.2Z"/>',
  changeover: '<g class="on"><path class="o" d="M12 3.2c.7 3.4-5 5.2-5 10.6a5 5 0 0 0 10 0c0-2.2-1-3.7-2-4.7-.2 1.3-.7 2.1-1.5 2.6.3-3.3-.4-6.3-1.5-8.5Z"/><path class="s" d="M12 12.5c.3 1.8-2 2.3-2 4a2 2 0 0 0 4 0c0-1.5-1.3-2.3-2-4Z"/></g><g class="off"><path class="o" d="M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5"/></g>',
};

const UNKNOWN = '<circle class="o" cx="12" cy="12" r="8.5"/><circle class="s" cx="12" cy="12" r="3"/>';

/** The drawing of a kind, as the inside of an `<svg viewBox="0 0 24 24">`. */
export function kindIcon(kind: string): string {
  return (KINDS[kind] ?? UNKNOWN) + STRIKE;
}

/** The drawing of a quality: what stands in the corner of a marker, before the name of a zone, and in the list. */
const QUALITY_SHAPES: Readonly<Record<string, string>> = {
  good: '<circle class="fill" cx="12" cy="12" r="5"/>',
  uncertain: '<circle class="line dotted" cx="12" cy="12" r="9"/><path class="line" d="M6.8 13.2c1.7-2.6 3.4-2.6 5.2-1s3.5 1.6 5.2-1"/>',
  stale: '<circle class="disc" cx="12" cy="12" r="10"/><path class="glyph" d="M12 6.5V12l3.6 2.4"/>',
  offline: '<circle class="disc" cx="12" cy="12" r="10"/><path class="glyph" d="M9.5 6v3.5m5-3.5v3.5M7.5 9.7h9v1.8a4.5 4.5 0 0 1-9 0Zm4.5 6.3v2.5"/>',
  bad: '<path class="block" d="M12 .8 23.2 12 12 23.2.8 12Z"/><path class="mark" d="M12 6.4v6M12 16.6v.4"/>',
  'never-seen': '<circle class="line dotted" cx="12" cy="12" r="9"/>',
};

export function qualityShape(code: string): string {
  return QUALITY_SHAPES[code] ?? '';
}

/** A hand: somebody holds this. */
export const HAND =
  '<svg class="shape hand" viewBox="0 0 24 24" aria-hidden="true"><circle class="palm" cx="12" cy="12" r="11"/><path class="fingers" d="M8 12.4V8.2a1 1 0 0 1 2 0V6.6a1 1 0 0 1 2 0v.6a1 1 0 0 1 2 0v1.2a1 1 0 0 1 2 0v5.4c0 2.8-1.7 4.6-4.3 4.6-1.9 0-3-.8-3.9-2.4l-1.7-3c-.6-1.2.9-2 1.6-1Z"/></svg>';

/** Drawings of the controls, as lines. */
export const CONTROL_ICONS = {
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5L20.5 20.5',
  clear: 'm6.5 6.5 11 11m0-11-11 11',
  frozen: 'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9',
  unplugged: 'M8 4v4m8-4v4M5.5 8.5h13V11a6.5 6.5 0 0 1-13 0ZM12 17.5V21M3 21 21 3',
  lock: 'M6.5 11h11v9h-11Zm2-.5V8a3.5 3.5 0 0 1 7 0v2.5',
  abnormal: 'M12 4 21 20H3ZM12 10v4.5M12 17.2v.3',
  floors: 'm12 4 9 4.5-9 4.5-9-4.5Zm-8 9 8 4 8-4m-16 4 8 4 8-4',
  history: 'M4.5 9.5A8 8 0 1 1 4 13M4 5v4.5h4.5M12 8v4.5l3 2',
  play: 'M8 5.5v13l11-6.5Z',
  pause: 'M8.5 5.5v13m7-13v13',
  up: 'm7 14 5-5 5 5',
  down: 'm7 10 5 5 5-5',
  sliders: 'M4 7h8m5 0h3M4 17h3m5 0h8M17 7a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM12 17a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
} as const;
