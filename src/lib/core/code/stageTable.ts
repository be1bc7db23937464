// The stage table in Python: a typed row per block, with only the settings in which blocks of this network differ.
import type { BlockRow } from '../families/family.ts';
import { boolean, lines, pair } from './python.ts';

export interface Column {
  /** The row's field. */
  readonly name: string;
  readonly type: (values: readonly string[]) => string;
  /** A block's value as a Python literal. */
  readonly value: (row: BlockRow) => string;
  /** The value that rows leave out. */
  readonly usual?: string;
}

const isPair = (literal: string): boolean => literal.startsWith('(');
/** Strides are numbers, unless some network has one per axis. */
export const strideType = (literals: readonly string[]): string =>
  literals.some(isPair) ? 'int | tuple[int, int]' : 'int';

export const COLUMNS = {
  channels: { name: 'out_channels', type: () => 'int', value: ({ outChannels }) => String(outChannels) },
  kernel: { name: 'kernel_size', type: () => 'int', value: ({ kernel }) => String(kernel) },
  stride: { name: 'stride', type: strideType, value: ({ stride }) => pair(stride), usual: '1' },
  se: { name: 'se', type: () => 'bool', value: ({ se }) => boolean(se), usual: 'False' },
} as const satisfies Record<string, Column>;

export interface StageTableCode {
  /** Definitions of the row's type and of the table, as two sections. */
  readonly python: readonly [row: string, table: string];
  /** What a block's code writes for the column: the row's field, or the one value of all blocks. */
  readonly cell: (column: Column) => string;
}

interface Table {
  readonly rows: readonly BlockRow[];
  readonly columns: readonly Column[];
  /** One line on what a row stands for. */
  readonly about: string;
}

const valuesOf = (rows: readonly BlockRow[], { value }: Column): readonly string[] => [
  ...new Set(rows.map(value)),
];

const field = (rows: readonly BlockRow[], column: Column): string => {
  const { name, type, usual } = column;
  return `    ${name}: ${type(valuesOf(rows, column))}${usual === undefined ? '' : ` = ${usual}`}`;
};

const rowCall = (row: BlockRow, columns: readonly Column[]): string => {
  const cells = columns
    .filter(({ value, usual }) => value(row) !== usual)
    .map(({ name, value }) => `${name}=${value(row)}`);
  return `        Block(${cells.join(', ')}),`;
};

/** Stages by name, each a list of rows. A row always has its channels. */
export function stageTable({ rows, columns, about }: Table): StageTableCode {
  const varying = columns.filter(
    (column) => column === COLUMNS.channels || valuesOf(rows, column).length > 1,
  );
  const stages = [...new Set(rows.map(({ stage }) => stage))];
  const rowType = lines(
    'class Block(NamedTuple):',
    `    """${about}"""`,
    '',
    ...varying.map((c) => field(rows, c)),
  );
  const table = lines(
    'STAGES = {',
    ...stages.flatMap((stage) => [
      `    "${stage}": [`,
      ...rows.filter((row) => row.stage === stage).map((row) => rowCall(row, varying)),
      '    ],',
    ]),
    '}',
  );
  const cell = (column: Column): string =>
    varying.includes(column) ? `block.${column.name}` : (valuesOf(rows, column)[0] ?? '');
  return { python: [rowType, table], cell };
}
