// Where in a graph the node of a name stands.
import type { Graph } from './ir.ts';
import { ofLastGraph } from './ofLastGraph.ts';

export const indexesOf = ofLastGraph(({ nodes }: Graph): ReadonlyMap<string, number> => {
  const indexes = new Map<string, number>();
  nodes.forEach(({ name }, i) => indexes.set(name, i));
  return indexes;
});
