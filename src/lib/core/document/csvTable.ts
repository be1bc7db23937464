// A table as CSV (RFC 4180): cells with commas, quotes or line ends in quotes; without the row of totals, which would be counted twice.
import type { Table } from './table.ts';

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csvTable = ({ head, rows }: Table): string =>
  [head, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n');
