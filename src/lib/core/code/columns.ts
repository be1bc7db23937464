// Columns of the stage table: the fields of a row in Python.
import type { BlockRow } from '../families/family.ts';
import { boolean, pair } from './python.ts';

export interface Column {
  /** The row's field. */
  readonly name: string;
  readonly type: (values: readonly string[]) => string;
  /** A block's value as a Python literal. */
  readonly value: (row: BlockRow) => string;
  /** The value that rows leave out. */
  readonly usual?: string;
}

/** Strides are numbers, unless some network has one per axis. */
export const strideType = (literals: readonly string[]): string =>
  literals.some((literal) => literal.startsWith('(')) ? 'int | tuple[int, int]' : 'int';

const integer = (): string => 'int';

export const COLUMNS = {
  channels: { name: 'out_channels', type: integer, value: ({ outChannels }) => String(outChannels) },
  expansion: { name: 'expansion', type: integer, value: ({ expansion }) => String(expansion) },
  kernel: { name: 'kernel_size', type: integer, value: ({ kernel }) => String(kernel) },
  stride: { name: 'stride', type: strideType, value: ({ stride }) => pair(stride), usual: '1' },
  se: { name: 'se', type: () => 'bool', value: ({ se }) => boolean(se), usual: 'False' },
} as const satisfies Record<string, Column>;

/** Channels between expansion and projection, where the family's table says them and not a factor. */
export const expandedColumn = (channels: (row: BlockRow) => number): Column => ({
  name: 'expanded',
  type: integer,
  value: (row) => String(channels(row)),
});
