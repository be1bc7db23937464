// The stage table in Python: a typed row per block, with only the settings in which blocks of this network differ.
import type { BlockRow } from '../families/family.ts';
import { COLUMNS, type Column } from './columns.ts';
import { call, lines } from './python.ts';

export interface StageTableCode {
  /** Definitions of the row's type and of the table, as two sections. */
  readonly python: readonly [row: string, table: string];
  /** What a block's code writes for the column: the row's field, or the one value of all blocks. */
  readonly cell: (column: Column) => string;
}

/** Blocks listed by stage, by their own names, or one after the other. */
export type Layout = 'stages' | 'names' | 'list';

interface Table {
  readonly layout: Layout;
  readonly rows: readonly BlockRow[];
  readonly columns: readonly Column[];
  /** What a row stands for. */
  readonly about: string;
}

const valuesOf = (rows: readonly BlockRow[], { value }: Column): readonly string[] => [
  ...new Set(rows.map(value)),
];

const field = (rows: readonly BlockRow[], column: Column): string => {
  const { name, type, usual } = column;
  return `    ${name}: ${type(valuesOf(rows, column))}${usual === undefined ? '' : ` = ${usual}`}`;
};

interface RowCall {
  readonly indent: number;
  /** What stands before the row: its name. */
  readonly lead?: string;
  readonly row: BlockRow;
}

type Listing = (rows: readonly BlockRow[], write: (call: RowCall) => string) => readonly string[];

const LISTINGS: { readonly [L in Layout]: Listing } = {
  stages: (rows, write) => [
    'STAGES = {',
    ...[...new Set(rows.map(({ stage }) => stage))].flatMap((stage) => [
      `    "${stage}": [`,
      ...rows.filter((row) => row.stage === stage).map((row) => write({ indent: 8, row })),
      '    ],',
    ]),
    '}',
  ],
  names: (rows, write) => [
    'BLOCKS = {',
    ...rows.map((row) => write({ indent: 4, lead: `"${row.id}": `, row })),
    '}',
  ],
  list: (rows, write) => ['BLOCKS = [', ...rows.map((row) => write({ indent: 4, row })), ']'],
};

/** The row's type and the table. A row always has its channels. */
export function stageTable({ layout, rows, columns, about }: Table): StageTableCode {
  const varying = columns.filter(
    (column) => column === COLUMNS.channels || valuesOf(rows, column).length > 1,
  );
  const fields = varying.map((column) => field(rows, column));
  const rowType = lines(
    'class Block(NamedTuple):',
    `    """A row of the stage table: ${about}."""`,
    '',
    ...fields,
  );
  const write = ({ indent, lead = '', row }: RowCall): string => {
    const cells = varying.filter(({ value, usual }) => value(row) !== usual);
    const args = cells.map(({ name, value }) => `${name}=${value(row)}`);
    return call({ indent, lead: `${lead}Block(`, args, tail: '),' });
  };
  const table = lines(...LISTINGS[layout](rows, write));
  const cell = (column: Column): string =>
    varying.includes(column) ? `block.${column.name}` : (valuesOf(rows, column)[0] ?? '');
  return { python: [rowType, table], cell };
}
