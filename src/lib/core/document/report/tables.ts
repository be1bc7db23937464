// The tables of a report that the network itself decides: stage by stage, and layer by layer.
import type { NetConfig } from '../../config/netConfig.ts';
import type { Graph } from '../../graph/ir.ts';
import { shortName } from '../../graph/shortName.ts';
import type { Summary } from '../../summary.ts';
import { amount } from '../number.ts';
import { stageTable } from '../stageTable.ts';
import type { Table } from '../table.ts';
import { section, share, tableHtml, type Html } from './html.ts';
import type { ReportText } from './text.ts';

/** Of a number as tables print it. */
const valueOf = (text: string): number => Number(text.replaceAll(',', ''));

/** Bars behind the last columns, each by the largest number of its column. */
function bars({ rows }: Table, columns: readonly number[]) {
  const largest = new Map(
    columns.map((column) => [column, Math.max(0, ...rows.map((row) => valueOf(row[column] ?? '')))]),
  );
  return ({ text, column }: { readonly text: string; readonly column: number }): string => {
    const most = largest.get(column);
    return most === undefined ? '' : share(valueOf(text), most);
  };
}

export function stageSection(config: NetConfig, text: ReportText): Html {
  const table = stageTable({ config, text: text.stageTable });
  const { length } = table.head;
  const attributes = bars(table, [length - 2, length - 1]);
  return section(text.stages, tableHtml(table, { name: text.stages, attributes }));
}

const OPERATOR = 2;

export function layerSection(graph: Graph, { layers }: Summary, text: ReportText): Html {
  const sections = layers.flatMap(({ stage, block }, i) => {
    const before = layers[i - 1];
    return before?.stage === stage && before.block === block ? [] : [i];
  });
  const rows = layers.map(({ block, name, inputShape, outputShape, params, macs, receptiveField }, i) => [
    block !== null && sections.includes(i) ? String(block) : '',
    name,
    graph.nodes[i] ? shortName(graph.nodes[i]) : '',
    inputShape?.join('×') ?? '',
    outputShape.join('×'),
    amount(params),
    amount(macs),
    amount(receptiveField),
  ]);
  const table = { head: text.layerHead, rows, numbersFrom: 3, sections };
  const bar = bars(table, [5, 6]);
  return section(
    text.layers,
    tableHtml(table, {
      name: text.layers,
      attributes: (cell) =>
        cell.column === OPERATOR ? ` class="kind ${layers[cell.row]?.kind ?? ''}"` : bar(cell),
    }),
  );
}
