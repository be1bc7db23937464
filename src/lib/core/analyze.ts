// Analysis: a graph under a list of metrics, as one column per metric, with totals and roll-ups of any run of layers.
import type { Graph } from './graph/ir.ts';
import type { Metric, Range } from './metrics/metric.ts';

export interface Analysis<Id extends string = string> {
  readonly graph: Graph;
  /** One value per node, in the graph's order. */
  readonly columns: Readonly<Record<Id, Float64Array>>;
  readonly totals: Readonly<Record<Id, number>>;
  /** The metric over nodes [start, end): a unit, a block, a stage. */
  readonly rollUp: (id: Id, range: Range) => number;
}

export function analyze<M extends Metric>(graph: Graph, metrics: readonly M[]): Analysis<M['id']> {
  type Id = M['id'];
  const byId = new Map<Id, M>(metrics.map((metric) => [metric.id, metric]));
  const columns = Object.fromEntries(metrics.map((metric) => [metric.id, metric.perLayer(graph)])) as Record<
    Id,
    Float64Array
  >;
  const rollUp = (id: Id, range: Range): number => byId.get(id)?.combine(columns[id], range, graph) ?? 0;
  const all = { start: 0, end: graph.nodes.length };
  const totals = Object.fromEntries(metrics.map(({ id }) => [id, rollUp(id as Id, all)])) as Record<
    Id,
    number
  >;
  return { graph, columns, totals, rollUp };
}
