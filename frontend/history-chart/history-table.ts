import { html, nothing, type TemplateResult } from 'lit';
import { isGap, type Bucket } from './answer.ts';
import { lines, shortened, type Drawn, type Line } from './csv.ts';
import { beginning, type Mark } from './marks.ts';
import { momentText, nameOf, numberText, shareText, valueText, type Series } from './words.ts';
import type { Zone } from './zone.ts';

const COLUMNS = ['mean', 'least', 'most', 'coverage'];

/** A series with all that is drawn of it. */
export interface Told extends Drawn {
  readonly marks: readonly Mark[];
}

/** What is drawn, for those who would rather read it. */
export function historyTable(drawn: readonly Told[], width: number, zone: Zone): TemplateResult {
  const all = shortened(lines(drawn));
  const at = all.at(-1)?.from ?? 0;
  return html`<div class="table" tabindex="0" role="region" aria-label="Table of what is drawn">
    <table>
      <thead>
        <tr>
          <th scope="col" rowspan="2">Time (${zone.words(at)})</th>
          ${drawn.map(({ series }) => html`<th scope="colgroup" colspan=${COLUMNS.length} class="series">${nameOf(series)}</th>`)}
        </tr>
        <tr>
          ${drawn.map(({ series }) => COLUMNS.map((column, i) => html`<th scope="col" class=${i === 0 ? 'first' : ''}>${column}${unitOf(series, column)}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${all.map((line) => row(line, drawn, width, zone))}
      </tbody>
    </table>
    ${meanwhile(drawn, width, zone)}
  </div>`;
}

/** What the picture shows as dotted lines and bars, newest first. */
function meanwhile(drawn: readonly Told[], width: number, zone: Zone): TemplateResult | typeof nothing {
  const all = drawn.flatMap(({ series, marks }) => marks.map((mark) => ({ series, mark })));
  return all.length === 0 ? nothing : html`<h3>Meanwhile</h3>
    <ul>${all.sort((a, b) => beginning(b.mark) - beginning(a.mark)).map(({ series, mark }) => html`<li>
      ${momentText(beginning(mark), width, zone)}${mark.kind === 'tick' ? nothing : html` – ${momentText(mark.to, width, zone)}`}${drawn.length > 1 ? `, ${nameOf(series)}` : ''}: ${mark.words}
    </li>`)}</ul>`;
}

function unitOf({ unit }: Series, column: string): string {
  return column !== 'coverage' && unit ? `, ${unit}` : '';
}

function row(line: Line, drawn: readonly Drawn[], width: number, zone: Zone): TemplateResult {
  const none = line.cells.every((cell) => cell === undefined || isGap(cell));
  const until = none && line.to - line.from > width ? html` – ${momentText(line.to, width, zone)}` : nothing;
  return html`<tr class=${none ? 'gap' : ''}>
    <th scope="row">${momentText(line.from, width, zone)}${until}</th>
    ${line.cells.map((cell, i) => cells(drawn[i]!.series, cell))}
  </tr>`;
}

function cells(series: Series, bucket: Bucket | undefined): TemplateResult {
  if (bucket === undefined || isGap(bucket)) {
    return html`<td class="first none" colspan=${COLUMNS.length}>${bucket === undefined ? '' : 'no data'}</td>`;
  }
  const text = (value: number) => (series.words.length > 0 ? valueText(series, value) : numberText(value, series.decimals));
  return html`<td class="first">${text(bucket.mean)}</td><td>${text(bucket.min)}</td><td>${text(bucket.max)}</td><td>${shareText(bucket.coverage)}</td>`;
}
