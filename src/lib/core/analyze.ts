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

/** A value for each name, found when it is first asked for: a turn of a knob shows few of all metrics. */
function onDemand<Name extends string, T>(names: readonly Name[], find: (name: Name) => T): Record<Name, T> {
  const found = {} as Record<Name, T>;
  for (const name of names)
    Object.defineProperty(found, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = find(name);
        Object.defineProperty(found, name, { value, enumerable: true });
        return value;
      },
    });
  return found;
}

export function analyze<M extends Metric>(graph: Graph, metrics: readonly M[]): Analysis<M['id']> {
  type Id = M['id'];
  const byId = new Map<Id, M>(metrics.map((metric) => [metric.id, metric]));
  const ids = [...byId.keys()];
  const columns = onDemand(ids, (id) => byId.get(id)?.perLayer(graph) ?? new Float64Array());
  const rollUp = (id: Id, range: Range): number => byId.get(id)?.combine(columns[id], range, graph) ?? 0;
  const all = { start: 0, end: graph.nodes.length };
  const totals = onDemand(ids, (id) => rollUp(id, all));
  return { graph, columns, totals, rollUp };
}
