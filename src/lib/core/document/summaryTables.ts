// A summary as tables: every layer, and the totals.
import type { Shape } from '../graph/ir.ts';
import type { Summary } from '../summary.ts';
import { amount } from './number.ts';
import type { Table } from './table.ts';

const size = (shape: Shape | null): string => shape?.join('×') ?? '';

export function layerTable({ layers }: Summary): Table {
  const rows = layers.map(({ name, op, block, inputShape, outputShape, params, macs, receptiveField }) => [
    block === null ? '' : String(block),
    name,
    op,
    size(inputShape),
    size(outputShape),
    amount(params),
    amount(macs),
    amount(receptiveField),
  ]);
  const head = ['block', 'layer', 'op', 'input', 'output', 'params', 'MACs', 'receptive field'];
  return { head, rows, numbersFrom: 3 };
}

export function totalsTable({ totals: { flops, ...totals } }: Summary): Table {
  const rows = [
    ...Object.entries(totals).map(([name, value]) => [name, amount(value)]),
    ...Object.entries(flops).map(([convention, value]) => [`FLOPs, ${convention}`, amount(value)]),
  ];
  return { head: ['total', 'value'], rows, numbersFrom: 1 };
}
