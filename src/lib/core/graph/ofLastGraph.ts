// Remembers what was computed of the last graph: a dozen metrics ask the same of one graph, one after the other.
import type { Graph } from './ir.ts';

/** One graph, not a WeakMap of all: short-lived graphs in a weak table outlive their use and slow every collection. */
export function ofLastGraph<Value>(compute: (graph: Graph) => Value): (graph: Graph) => Value {
  let last: { readonly graph: Graph; readonly value: Value } | undefined;
  return (graph) => {
    if (last?.graph !== graph) last = { graph, value: compute(graph) };
    return last.value;
  };
}
