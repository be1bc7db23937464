// Lanes: where the layers of an opened block stand. The spine runs along lane 0; what branches off it stands in the lanes below.
import type { Node } from '../graph/ir.ts';

export interface Place {
  readonly column: number;
  readonly lane: number;
}

/**
 * Column: the longest way from the block's entrance, so that every arrow leads to the right.
 * Lane: 0 for layers on the way of first inputs from the last layer back; 1, 2 … for each further branch.
 */
export function lanesOf(nodes: readonly Node[]): ReadonlyMap<string, Place> {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const column = new Map<string, number>();
  for (const { name, inputs } of nodes)
    column.set(
      name,
      Math.max(0, ...inputs.map((input) => (column.has(input) ? (column.get(input) ?? 0) + 1 : 0))),
    );

  const lane = new Map<string, number>();
  let next = 0;
  const walkBack = (from: Node | undefined): void => {
    const own = next++;
    for (let node = from; node && !lane.has(node.name); node = byName.get(node.inputs[0] ?? ''))
      lane.set(node.name, own);
  };
  walkBack(nodes.at(-1));
  for (const { inputs } of [...nodes].reverse())
    for (const input of inputs.slice(1))
      if (byName.has(input) && !lane.has(input)) walkBack(byName.get(input));
  for (const node of nodes) if (!lane.has(node.name)) walkBack(node);

  return new Map(
    nodes.map(({ name }) => [name, { column: column.get(name) ?? 0, lane: lane.get(name) ?? 0 }]),
  );
}
