// A table as LaTeX, ruled as the package booktabs recommends: no vertical lines, a little space between sections.
import { latexText } from '../latex.ts';
import type { Table } from './table.ts';

export function latexTable({ head, rows, numbersFrom, sections = [], foot }: Table): string {
  const line = (cells: readonly string[]) => `  ${cells.map(latexText).join(' & ')} \\\\`;
  const columns = head.map((_, i) => (i < numbersFrom ? 'l' : 'r')).join('');
  return [
    '% needs \\usepackage{booktabs} in the preamble; where it is too wide: \\resizebox{\\linewidth}{!}{\\input{FILE}}',
    `\\begin{tabular}{@{}${columns}@{}}`,
    '  \\toprule',
    line(head),
    '  \\midrule',
    ...rows.flatMap((row, i) =>
      i > 0 && sections.includes(i) ? ['  \\addlinespace', line(row)] : [line(row)],
    ),
    ...(foot ? ['  \\midrule', line(foot)] : []),
    '  \\bottomrule',
    '\\end{tabular}',
  ].join('\n');
}
