// A measured profile seen per layer and per block.
import type { Graph } from '$lib/core/graph/ir.ts';
import type { Profile } from '$lib/engines/protocol.ts';

/** ms of every node of the graph; layers that run as one step share its time, all of it on the first. */
export function timeOfNodes(graph: Graph, profile: Profile): Float64Array {
  const index = new Map(graph.nodes.map(({ name }, i) => [name, i]));
  const times = new Float64Array(graph.nodes.length);
  for (const { nodes, ms } of profile.groups) {
    const first = index.get(nodes[0] ?? '');
    if (first !== undefined) times[first] = (times[first] ?? 0) + ms;
  }
  return times;
}

export interface BlockTime {
  readonly id: string;
  readonly number: number | undefined;
  /** Name of the CSS colour of its stage. */
  readonly stage: string;
  readonly ms: number;
}

export function timeOfBlocks(graph: Graph, profile: Profile): readonly BlockTime[] {
  const times = timeOfNodes(graph, profile);
  const body = graph.stages.filter(({ role }) => role === 'body').map(({ id }) => id);
  const colour = { input: 'track', stem: 'kind-conv', head: 'kind-linear' } as const;
  return graph.blocks.flatMap(({ id, number, stage, role, start, end }) => {
    const ms = times.subarray(start, end).reduce((sum, time) => sum + time, 0);
    const name = role === 'body' ? `stage-${body.indexOf(stage) + 1}` : colour[role];
    return ms > 0 ? [{ id, number, stage: name, ms }] : [];
  });
}
