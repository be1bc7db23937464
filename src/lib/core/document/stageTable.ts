// The stage table of a network, for people (as papers print it) and for programs (plain numbers).
import { analyze } from '../analyze.ts';
import type { NetConfig, Pair } from '../config/netConfig.ts';
import { FAMILIES } from '../families/index.ts';
import type { Shape } from '../graph/ir.ts';
import { shortShape } from '../graph/shortName.ts';
import { METRICS } from '../metrics/index.ts';
import { csvTable } from './csvTable.ts';
import { fixed } from './number.ts';
import { latexTable } from './latexTable.ts';
import { markdown } from './markdown.ts';
import { STAGE_ENGLISH, type StageText } from './stageText.ts';
import { stageRows, type StageRow, type TableLevel } from './stageRows.ts';
import type { Table, TableFormat } from './table.ts';

interface Column {
  readonly title: string;
  readonly cell: (row: StageRow) => string;
}

const pair = (value: Pair | undefined, by: string): string => value?.join(by) ?? '';
/** One number where both axes have the same stride. */
const step = (stride: Pair | undefined): string =>
  stride && stride[0] === stride[1] ? String(stride[0]) : pair(stride, '×');

function numbered({ numbers }: StageRow): string {
  if (!numbers) return '';
  return numbers[0] === numbers[1] ? String(numbers[0]) : numbers.join('–');
}

const thousands = (params: number): string => fixed(params / 1e3, 1);
const millions = (macs: number): string => fixed(macs / 1e6, 2);

interface Layout {
  readonly config: NetConfig;
  readonly level: TableLevel;
  readonly text: StageText;
}

interface Columns {
  readonly words: readonly Column[];
  readonly numbers: readonly Column[];
}

function peopleColumns({ config, level, text }: Layout): Columns {
  const { settings } = FAMILIES[config.family];
  const se: Column = { title: text.se, cell: (row) => (row.se ? text.yes : '') };
  const count: Column = { title: text.count, cell: (row) => String(row.count) };
  const expanded: Column = { title: text.expanded, cell: (row) => String(row.expanded ?? '') };
  return {
    words: [
      { title: text.block, cell: numbered },
      { title: text.operator, cell: ({ operator }) => operator },
      { title: text.kernel, cell: ({ kernel }) => pair(kernel, '×') },
      { title: text.stride, cell: ({ stride }) => step(stride) },
      ...(settings.includes('se') ? [se] : []),
      { title: text.activation, cell: ({ activation }) => activation },
    ],
    numbers: [
      ...(level === 'runs' ? [count] : []),
      ...(settings.includes('expansions') ? [expanded] : []),
      { title: text.input, cell: ({ input }) => shortShape(input) },
      { title: text.output, cell: ({ output }) => shortShape(output) },
      { title: text.params, cell: ({ params }) => thousands(params) },
      { title: text.macs, cell: ({ macs }) => millions(macs) },
    ],
  };
}

const shape = (value: Shape): string => value.join('x');

const DATA_COLUMNS: readonly Column[] = [
  { title: 'stage', cell: ({ stage }) => stage },
  { title: 'firstBlock', cell: ({ numbers }) => String(numbers?.[0] ?? '') },
  { title: 'lastBlock', cell: ({ numbers }) => String(numbers?.[1] ?? '') },
  { title: 'operator', cell: ({ operator }) => operator },
  { title: 'kernel', cell: ({ kernel }) => pair(kernel, 'x') },
  { title: 'stride', cell: ({ stride }) => pair(stride, 'x') },
  { title: 'se', cell: ({ se }) => String(Number(se)) },
  { title: 'activation', cell: ({ activation }) => activation },
  { title: 'expandedChannels', cell: ({ expanded }) => String(expanded ?? '') },
  { title: 'inputShape', cell: ({ input }) => shape(input) },
  { title: 'outputShape', cell: ({ output }) => shape(output) },
  { title: 'params', cell: ({ params }) => String(params) },
  { title: 'macs', cell: ({ macs }) => String(macs) },
  { title: 'blocks', cell: ({ count }) => String(count) },
];

interface Asked {
  readonly config: NetConfig;
  /** Blocks where not said. */
  readonly level?: TableLevel | undefined;
  /** English where not said. */
  readonly text?: StageText;
}

const rowsFor = ({ config, level }: Asked): readonly StageRow[] =>
  stageRows({ config, analysis: analyze(FAMILIES[config.family].build(config), METRICS) }, level);

const sum = (rows: readonly StageRow[], count: (row: StageRow) => number): number =>
  rows.reduce((total, row) => total + count(row), 0);

/** As papers print it: parameters in thousands, MACs in millions, a row of totals. Stages are named where they begin. */
export function stageTable(asked: Asked): Table {
  const { config, level = 'blocks', text = STAGE_ENGLISH } = asked;
  const { words, numbers } = peopleColumns({ config, level, text });
  const columns = [...words, ...numbers];
  const rows = rowsFor(asked);
  const sections = rows.flatMap(({ stage }, i) => (stage === rows[i - 1]?.stage ? [] : [i]));
  const cells = (row: StageRow) => columns.map(({ cell }) => cell(row));
  return {
    head: [text.stage, ...columns.map(({ title }) => title)],
    rows: rows.map((row, i) => [sections.includes(i) ? row.stage : '', ...cells(row)]),
    numbersFrom: 1 + words.length,
    sections,
    foot: [
      text.total,
      ...columns.slice(0, -2).map(() => ''),
      thousands(sum(rows, ({ params }) => params)),
      millions(sum(rows, ({ macs }) => macs)),
    ],
  };
}

/** Exact numbers, every column, one line per block or run; lower case as in the other files for programs. */
function stageData(asked: Asked): Table {
  return {
    head: DATA_COLUMNS.map(({ title }) => title),
    rows: rowsFor(asked).map((row) => DATA_COLUMNS.map(({ cell }) => cell(row))),
    numbersFrom: DATA_COLUMNS.length,
  };
}

/** LaTeX sets Chinese only with further packages, and programs read one head. */
const WRITERS: { readonly [F in TableFormat]: (asked: Asked) => string } = {
  markdown: (asked) => markdown(stageTable(asked)),
  latex: ({ config, level }) => latexTable(stageTable({ config, level })),
  csv: (asked) => csvTable(stageData(asked)),
};

/** Without a line end after the last line. */
export const stageTableText = (asked: Asked, format: TableFormat): string => WRITERS[format](asked);
