// Tables as text: aligned columns for a terminal, and CSV of all metrics.
import type { Table } from '../lib/core/document/table.ts';
import type { Shape } from '../lib/core/graph/ir.ts';
import type { MeasuredField } from '../lib/core/tradeoff/report/measurementFile.ts';
import type { Summary } from '../lib/core/summary.ts';

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

const size = (shape: Shape | null): string => shape?.join('x') ?? '';

/** One line per layer with every metric; FLOPs columns are named `flops.<convention>`. */
export function csv({ layers }: Summary): string {
  const records = layers.map(({ flops, inputShape, outputShape, ...rest }) => ({
    ...rest,
    block: rest.block ?? '',
    inputShape: size(inputShape),
    outputShape: size(outputShape),
    ...Object.fromEntries(Object.entries(flops).map(([convention, value]) => [`flops.${convention}`, value])),
  }));
  return [Object.keys(records[0] ?? {}), ...records.map((record) => Object.values(record))]
    .map((cells) => cells.join(','))
    .join('\n');
}
