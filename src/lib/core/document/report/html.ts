// Small pieces of HTML: escaped text, sections, tables that scroll by themselves on small screens.
import { escapeXml } from '../../diagram/svg.ts';
import type { Table } from '../table.ts';

/** Markup, as opposed to text that must be escaped first. */
export type Html = string;

export const section = (title: string, ...parts: readonly Html[]): Html =>
  [`<section>`, `<h2>${escapeXml(title)}</h2>`, ...parts, '</section>'].join('\n');

export const note = (text: string): Html => `<p class="note">${escapeXml(text)}</p>`;

interface Cell {
  readonly text: string;
  readonly column: number;
  readonly row: number;
}

interface TableLook {
  /** Read out as the table's name. */
  readonly name: string;
  /** Attributes of a cell, beginning with a space; none where not said. */
  readonly attributes?: (cell: Cell) => string;
  /** The column whose text may run over several lines. */
  readonly wraps?: number;
}

/** Columns of numbers are aligned right; a row that begins a section has a line above it. */
export function tableHtml({ head, rows, numbersFrom, sections, foot }: Table, look: TableLook): Html {
  const number = (column: number): string => (column < numbersFrom ? '' : ' class="number"');
  const classOf = (column: number): string => (column === look.wraps ? ' class="wraps"' : number(column));
  const body = rows.map((row, r) => {
    const cells = row.map(
      (text, column) =>
        `<td${classOf(column)}${look.attributes?.({ text, column, row: r }) ?? ''}>${escapeXml(text)}</td>`,
    );
    return `<tr${sections?.includes(r) && r > 0 ? ' class="begins"' : ''}>${cells.join('')}</tr>`;
  });
  const last = foot?.map((text, column) => `<td${number(column)}>${escapeXml(text)}</td>`).join('');
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeXml(look.name)}">`,
    '<table>',
    `<thead><tr>${head.map((title, column) => `<th scope="col"${number(column)}>${escapeXml(title)}</th>`).join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>`,
    ...(last ? [`<tfoot><tr>${last}</tr></tfoot>`] : []),
    '</table>',
    '</div>',
  ].join('\n');
}

/** How much of the largest value of its column a cell holds, for a bar behind the number. */
export const share = (value: number, largest: number): string =>
  ` style="--share:${largest > 0 ? Math.round((1000 * value) / largest) / 10 : 0}%"`;
