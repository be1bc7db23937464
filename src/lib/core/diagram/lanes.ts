// Lanes: where the layers of an opened block stand. The spine runs along lane 0; what branches off it stands in the lanes below.
import type { Node } from '../graph/ir.ts';

/** For each layer of a block, in order, which layers of the same block it reads; OUTSIDE for what comes from another. */
export type Wires = readonly (readonly number[])[];
export const OUTSIDE = -1;

export interface Place {
  readonly column: number;
  readonly lane: number;
}

/** Where a tensor from outside comes in. */
export const ENTRANCE: Place = { column: -1, lane: 0 };

const NOWHERE = -1;

export function wiresOf(nodes: readonly Node[]): Wires {
  const indexes = new Map<string, number>();
  return nodes.map(({ name, inputs }, i) => {
    indexes.set(name, i);
    return inputs.map((input) => indexes.get(input) ?? OUTSIDE);
  });
}

/** The longest way from the block's entrance, so that every arrow leads to the right. */
function columnsOf(wires: Wires): readonly number[] {
  const columns: number[] = [];
  for (const sources of wires) {
    let column = 0;
    for (const source of sources) column = Math.max(column, (columns[source] ?? -1) + 1);
    columns.push(column);
  }
  return columns;
}

/** 0 for layers on the way of first inputs from the last layer back; 1, 2 … for each further branch. */
function branchesOf(wires: Wires): readonly number[] {
  const lanes = wires.map(() => NOWHERE);
  let next = 0;
  const walkBack = (from: number): void => {
    const own = next++;
    for (let i = from; lanes[i] === NOWHERE; i = wires[i]?.[0] ?? OUTSIDE) lanes[i] = own;
  };
  walkBack(wires.length - 1);
  for (let n = wires.length - 1; n >= 0; n--)
    for (const source of wires[n]?.slice(1) ?? []) if (lanes[source] === NOWHERE) walkBack(source);
  lanes.forEach((lane, i) => {
    if (lane === NOWHERE) walkBack(i);
  });
  return lanes;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the column that a branch leaves to the one at which it joins again. */
function spanOf(branch: number, branches: readonly number[], wires: Wires, columns: readonly number[]): Span {
  const ends: number[] = [];
  wires.forEach((sources, to) => {
    for (const from of sources)
      if (branches[to] === branch || branches[from] === branch)
        ends.push(columns[from] ?? ENTRANCE.column, columns[to] ?? 0);
  });
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

/** Branches beside each other share a lane; short ones stand nearer to the spine, so that long ones pass below them. */
function lanesFor(branches: readonly number[], wires: Wires, columns: readonly number[]): readonly number[] {
  const lanes: number[] = [0];
  const taken: Span[][] = [[]];
  const spans = Array.from({ length: Math.max(...branches) }, (_, i) => ({
    branch: i + 1,
    ...spanOf(i + 1, branches, wires, columns),
  })).sort((a, b) => a.to - a.from - (b.to - b.from) || a.branch - b.branch);
  for (const { branch, from, to } of spans) {
    const isFree = (lane: readonly Span[]) => lane.every((other) => to <= other.from || other.to <= from);
    const found = taken.findIndex((lane, i) => i > 0 && isFree(lane));
    const lane = found > 0 ? found : taken.push([]) - 1;
    taken[lane]?.push({ from, to });
    lanes[branch] = lane;
  }
  return lanes;
}

/** One place per layer. */
export function lanesOf(wires: Wires): readonly Place[] {
  const [branches, columns] = [branchesOf(wires), columnsOf(wires)];
  const lanes = lanesFor(branches, wires, columns);
  return columns.map((column, i) => ({ column, lane: lanes[branches[i] ?? 0] ?? 0 }));
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
export const hasArch = (wires: Wires, places: readonly Place[]): boolean =>
  wires.some((sources, n) => {
    const to = places[n];
    if (to?.lane !== 0 || sources.length < 2) return false;
    return sources.some((source) => {
      const from = places[source] ?? ENTRANCE;
      return from.lane === 0 && isSkip({ from, to, places });
    });
  });
