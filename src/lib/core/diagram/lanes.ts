// Lanes: where the layers of an opened block stand. The spine runs along lane 0; what branches off it stands in the lanes below.
import type { Node } from '../graph/ir.ts';

export interface Place {
  readonly column: number;
  readonly lane: number;
}

const NOWHERE = -1;

/**
 * One place per node. Column: the longest way from the block's entrance, so that every arrow leads to the right.
 * Lane: 0 for layers on the way of first inputs from the last layer back; 1, 2 … for each further branch.
 */
export function lanesOf(nodes: readonly Node[]): readonly Place[] {
  const indexes = new Map(nodes.map(({ name }, i) => [name, i]));
  const columns: number[] = [];
  for (const { inputs } of nodes) {
    let column = 0;
    for (const input of inputs) {
      const i = indexes.get(input);
      if (i !== undefined) column = Math.max(column, (columns[i] ?? 0) + 1);
    }
    columns.push(column);
  }

  const lanes = nodes.map(() => NOWHERE);
  let next = 0;
  const walkBack = (from: number): void => {
    const own = next++;
    for (let i: number | undefined = from; i !== undefined && lanes[i] === NOWHERE;) {
      lanes[i] = own;
      i = indexes.get(nodes[i]?.inputs[0] ?? '');
    }
  };
  walkBack(nodes.length - 1);
  for (let n = nodes.length - 1; n >= 0; n--)
    for (const input of nodes[n]?.inputs.slice(1) ?? []) {
      const i = indexes.get(input);
      if (i !== undefined && lanes[i] === NOWHERE) walkBack(i);
    }
  lanes.forEach((lane, i) => {
    if (lane === NOWHERE) walkBack(i);
  });
  return columns.map((column, i) => ({ column, lane: lanes[i] ?? 0 }));
}

interface Edge {
  readonly from: Place;
  readonly to: Place;
  readonly places: readonly Place[];
}

/** Whether layers stand between two places of one lane, so that an arrow must go around them. */
export const isSkip = ({ from, to, places }: Edge): boolean =>
  to.column - from.column > 1 &&
  places.some(({ lane, column }) => lane === to.lane && column > from.column && column < to.column);

/** Whether an arrow passes above the spine. */
export function hasArch(nodes: readonly Node[], places: readonly Place[]): boolean {
  const indexes = new Map(nodes.map(({ name }, i) => [name, i]));
  return nodes.some(({ inputs }, n) => {
    const to = places[n];
    if (to?.lane !== 0 || inputs.length < 2) return false;
    return inputs.some((input) => {
      const i = indexes.get(input);
      const from = i === undefined ? { column: -1, lane: 0 } : places[i];
      return from?.lane === 0 && isSkip({ from, to, places });
    });
  });
}
