// What a metric is: one number per layer, the arithmetic behind it, and how the numbers of several layers combine into one.
import type { Graph } from '../graph/ir.ts';
import type { Formula } from './terms.ts';

/** `pixels`: side of a square on the input. `flopPerByte`: arithmetic intensity. */
export type Unit = 'count' | 'elements' | 'bytes' | 'pixels' | 'flopPerByte' | 'ms';

export interface Range {
  /** Nodes [start, end) of the graph. */
  readonly start: number;
  readonly end: number;
}

export interface Metric {
  readonly id: string;
  readonly unit: Unit;
  /** One value per node of the graph, in its order. */
  readonly perLayer: (graph: Graph) => Float64Array;
  /** The value of a run of layers: a unit, block, stage or the whole network. */
  readonly combine: (column: Float64Array, range: Range, graph: Graph) => number;
  /** The arithmetic behind the value of node `index`, spelled out. */
  readonly formula: (graph: Graph, index: number) => Formula;
}

export const FLOAT32_BYTES = 4;

export const sum: Metric['combine'] = (column, { start, end }) => {
  let total = 0;
  for (let i = start; i < end; i++) total += column[i] ?? 0;
  return total;
};

export const max: Metric['combine'] = (column, { start, end }) => {
  let largest = 0;
  for (let i = start; i < end; i++) largest = Math.max(largest, column[i] ?? 0);
  return largest;
};

/** A column from a function of one node and its position. */
export const perNode =
  (value: (node: Graph['nodes'][number], index: number, graph: Graph) => number): Metric['perLayer'] =>
  (graph) => {
    const column = new Float64Array(graph.nodes.length);
    graph.nodes.forEach((node, i) => (column[i] = value(node, i, graph)));
    return column;
  };
