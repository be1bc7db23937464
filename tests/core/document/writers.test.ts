// Tables with cells that would break out of their format.
import { expect, test } from 'vitest';
import { csvTable } from '../../../src/lib/core/document/csvTable.ts';
import { latexTable } from '../../../src/lib/core/document/latexTable.ts';
import { markdown } from '../../../src/lib/core/document/markdown.ts';
import { amount, fixed } from '../../../src/lib/core/document/number.ts';
import { tableHtml } from '../../../src/lib/core/document/report/html.ts';
import type { Table } from '../../../src/lib/core/document/table.ts';

const table: Table = {
  head: ['a|b', 'n'],
  rows: [['x & "y", z\n<b>', '1']],
  numbersFrom: 1,
  foot: ['50 %', ''],
};

test('Markdown keeps to its columns', () => {
  expect(markdown(table)).toBe('| a\\|b | n |\n| --- | --: |\n| x & "y", z \\<b> | 1 |\n| **50 %** |  |');
});

test('CSV puts what needs it in quotes, and has no row of totals', () => {
  expect(csvTable(table)).toBe('a|b,n\n"x & ""y"", z\n<b>",1');
});

test('LaTeX escapes what it would act on', () => {
  expect(latexTable(table)).toContain(
    'x \\& \\textquotedbl{}y\\textquotedbl{}, z \\textless{}b\\textgreater{} & 1 \\\\',
  );
  expect(latexTable(table)).toContain('50 \\% &  \\\\');
});

test('HTML holds no tag that a cell brought', () => {
  expect(tableHtml(table, { name: '"t"' })).toContain('<td>x &amp; &quot;y&quot;, z\n&lt;b&gt;</td>');
});

test('numbers are grouped, with as many decimals as asked for or needed', () => {
  expect([fixed(1234567.891, 2), fixed(999.96, 1), fixed(0, 2)]).toEqual(['1,234,567.89', '1,000.0', '0.00']);
  expect([amount(155700480), amount(8.25), amount(1234.5), amount(0)]).toEqual([
    '155,700,480',
    '8.25',
    '1,234.5',
    '0',
  ]);
});
