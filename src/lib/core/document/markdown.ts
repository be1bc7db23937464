// A table as Markdown (GitHub's), for a README or an issue.
import type { Table } from './table.ts';

const escaped = (cell: string): string =>
  cell.replace(/[\r\n]+/g, ' ').replace(/[\\|<*`]/g, (char) => `\\${char}`);

const bold = (cell: string): string => (cell === '' ? '' : `**${cell}**`);

export function markdown({ head, rows, numbersFrom, foot }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(escaped)),
    line(head.map((_, i) => (i < numbersFrom ? '---' : '--:'))),
    ...rows.map((row) => line(row.map(escaped))),
    ...(foot ? [line(foot.map(escaped).map(bold))] : []),
  ].join('\n');
}
