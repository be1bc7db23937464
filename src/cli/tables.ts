// Tables as text: aligned columns, Markdown, CSV.
import type { Shape } from '../lib/core/graph/ir.ts';
import type { MeasuredField } from '../lib/core/tradeoff/report/measurementFile.ts';
import type { Summary } from '../lib/core/summary.ts';

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Index of the first column that holds numbers, aligned right from there on. */
  readonly numbersFrom: number;
}

export const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
const size = (shape: Shape | null, by = '×'): string => shape?.join(by) ?? '';

export function layerTable({ layers }: Summary): Table {
  const rows = layers.map(({ name, op, block, inputShape, outputShape, params, macs, receptiveField }) => [
    block === null ? '' : String(block),
    name,
    op,
    size(inputShape),
    size(outputShape),
    grouped(params),
    grouped(macs),
    grouped(receptiveField),
  ]);
  const head = ['block', 'layer', 'op', 'input', 'output', 'params', 'MACs', 'receptive field'];
  return { head, rows, numbersFrom: 3 };
}

export function totalsTable({ totals: { flops, ...totals } }: Summary): Table {
  const rows = [
    ...Object.entries(totals).map(([name, value]) => [name, grouped(value)]),
    ...Object.entries(flops).map(([convention, value]) => [`FLOPs, ${convention}`, grouped(value)]),
  ];
  return { head: ['total', 'value'], rows, numbersFrom: 1 };
}

export function fieldTable({ device, networks }: MeasuredField): Table {
  const ms = (value: number): string => value.toFixed(3);
  const rows = networks.map(({ name, medianMs, lowMs, highMs, p90Ms, runs }) => [
    name,
    ms(medianMs),
    ms(lowMs),
    ms(highMs),
    ms(p90Ms),
    String(runs),
  ]);
  const head = [`on ${device.label}, ms`, 'median', '95 % from', 'to', 'p90', 'runs'];
  return { head, rows, numbersFrom: 1 };
}

export function plainTable({ head, rows, numbersFrom }: Table): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i < numbersFrom ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

export function markdown({ head, rows, numbersFrom }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i < numbersFrom ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** One line per layer with every metric; FLOPs columns are named `flops.<convention>`. */
export function csv({ layers }: Summary): string {
  const records = layers.map(({ flops, inputShape, outputShape, ...rest }) => ({
    ...rest,
    block: rest.block ?? '',
    inputShape: size(inputShape, 'x'),
    outputShape: size(outputShape, 'x'),
    ...Object.fromEntries(Object.entries(flops).map(([convention, value]) => [`flops.${convention}`, value])),
  }));
  return [Object.keys(records[0] ?? {}), ...records.map((record) => Object.values(record))]
    .map((cells) => cells.join(','))
    .join('\n');
}
