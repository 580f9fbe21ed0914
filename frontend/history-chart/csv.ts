import { isGap, type Bucket } from './answer.ts';
import { nameOf, type Series } from './words.ts';
import type { Zone } from './zone.ts';

/** A series with what is drawn of it. */
export interface Drawn {
  readonly series: Series;
  readonly buckets: readonly Bucket[];
}

/** A line of the table: the same stretch of time for all series; undefined for those that have none that begins there. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly (Bucket | undefined)[];
}

/** What is drawn, side by side. */
export function lines(drawn: readonly Drawn[]): Line[] {
  const found = new Map<string, { from: number; to: number; cells: (Bucket | undefined)[] }>();
  drawn.forEach(({ buckets }, column) => buckets.forEach((bucket) => {
    const { from, to } = bucket;
    const line = found.get(`${from} ${to}`) ?? { from, to, cells: drawn.map(() => undefined) };
    line.cells[column] = bucket;
    found.set(`${from} ${to}`, line);
  }));
  return [...found.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The same with the lines together of which nothing is known in any series: for people, who do not count. */
export function shortened(all: readonly Line[]): Line[] {
  const short: Line[] = [];
  const empty = (line: Line) => line.cells.every((cell) => cell === undefined || isGap(cell));
  for (const line of all) {
    const last = short.at(-1);
    if (last && empty(line) && empty(last)) {
      short[short.length - 1] = { ...last, to: line.to };
    } else {
      short.push(line);
    }
  }
  return short;
}

/** Exactly what is drawn, as a file. Numbers with a point, times with their offset. */
export function csv(drawn: readonly Drawn[], zone: Zone): string {
  const head = ['from', 'to'].map((word) => `${word} (${zone.id})`).concat(drawn.flatMap(({ series }) => columns(series)));
  const body = lines(drawn).map((line) => [zone.iso(line.from), zone.iso(line.to), ...line.cells.flatMap(cellsOf)]);
  return [head, ...body].map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n';
}

function columns(series: Series): string[] {
  const unit = series.unit ? ` (${series.unit})` : series.words.length > 0 ? ` (0 ${series.words[0]}, 1 ${series.words[1]})` : '';
  return [...['mean', 'min', 'max', 'last'].map((part) => `${nameOf(series)} ${part}${unit}`), `${nameOf(series)} readings`, `${nameOf(series)} coverage (%)`];
}

function cellsOf(bucket: Bucket | undefined): string[] {
  if (bucket === undefined) {
    return ['', '', '', '', '', ''];
  }
  const number = (value: number) => (Number.isFinite(value) ? String(value) : '');
  return [number(bucket.mean), number(bucket.min), number(bucket.max), number(bucket.last), String(bucket.count), String(Math.round(bucket.coverage * 1_000) / 10)];
}

/** Names are people's: none is to be a formula where the file is opened. */
function quoted(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A name for a file: "history-temperature-lab-1-2026-05-12". */
export function fileName(drawn: readonly Drawn[], from: number, zone: Zone, ending: string): string {
  const name = drawn.map(({ series }) => nameOf(series)).join(' ').normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  return `history-${name}-${zone.iso(from).slice(0, 10)}.${ending}`;
}
