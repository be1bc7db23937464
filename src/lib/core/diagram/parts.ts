// The parts of a block, as people see it closed: depthwise, SE, pointwise … each a run of layers.
import { indexesOf } from '../graph/indexesOf.ts';
import type { Block, Graph, Node } from '../graph/ir.ts';
import { layerKind, type LayerKind } from '../graph/kind.ts';
import { shortName } from '../graph/shortName.ts';
import { OUTSIDE, type Wires } from './lanes.ts';

export interface Part {
  readonly kind: LayerKind;
  readonly name: string;
  /** Output shape of the part. */
  readonly shape: Node['shape'];
  readonly start: number;
  readonly end: number;
}

const QUIET: ReadonlySet<LayerKind> = new Set(['norm', 'activation', 'other']);

/** The layer that gives a run its name: the first that does real work. */
const leader = (nodes: readonly Node[]): Node | undefined =>
  nodes.find((node) => !QUIET.has(layerKind(node))) ?? nodes[0];

/** Units that are known by a name of their own, whatever layers they consist of. */
const UNIT_NAMES: Readonly<Record<string, string>> = {
  se: 'SE',
  ghost1: 'Ghost',
  ghost2: 'Ghost',
  join: 'concat, shuffle',
};

function toPart(graph: Graph, start: number, end: number): Part {
  const nodes = graph.nodes.slice(start, end);
  const main = leader(nodes);
  const kind = main ? layerKind(main) : 'other';
  const name = UNIT_NAMES[main?.path[2] ?? ''] ?? (main ? shortName(main) : '');
  return { kind, name, shape: nodes.at(-1)?.shape ?? [1, 1, 0], start, end };
}

/** Runs of layers in the same unit; a block without units is one part. */
export function partsOf(graph: Graph, { start, end }: Pick<Block, 'start' | 'end'>): readonly Part[] {
  const parts: Part[] = [];
  let first = start;
  for (let i = start + 1; i <= end; i++) {
    if (i < end && graph.nodes[i]?.path[2] === graph.nodes[first]?.path[2]) continue;
    parts.push(toPart(graph, first, i));
    first = i;
  }
  return parts;
}

/** Whether branches can be there at all: wherever one begins, some layer of the block joins it again. */
export function hasJoin({ nodes }: Graph, { start, end }: Pick<Block, 'start' | 'end'>): boolean {
  for (let i = start; i < end; i++) if ((nodes[i]?.inputs.length ?? 0) > 1) return true;
  return false;
}

/** For each part of a block, which parts of the same block it reads; OUTSIDE for what comes from another. */
export function partWires(graph: Graph, parts: readonly Part[]): Wires {
  const partAt = (index: number): number =>
    parts.findIndex(({ start, end }) => start <= index && index < end);
  return parts.map(({ start, end }, p) => {
    const sources = graph.nodes.slice(start, end).flatMap(({ inputs }) => inputs);
    const read = sources.map((name) => partAt(indexesOf(graph).get(name) ?? OUTSIDE));
    return [...new Set(read)].filter((source) => source !== p);
  });
}

/** Every layer a part of its own. */
export const layersOf = (graph: Graph, { start, end }: Pick<Block, 'start' | 'end'>): readonly Part[] =>
  graph.nodes.slice(start, end).map((node, i) => ({
    kind: layerKind(node),
    name: shortName(node),
    shape: node.shape,
    start: start + i,
    end: start + i + 1,
  }));
