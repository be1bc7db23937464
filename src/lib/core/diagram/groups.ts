// The groups a diagram shows side by side, at the level asked for: whole stages, closed blocks, or blocks opened into layers.
import type { Block, Graph, Stage } from '../graph/ir.ts';
import type { LayerKind } from '../graph/kind.ts';
import { layersOf, partsOf, type Part } from './parts.ts';
import type { DiagramRequest } from './request.ts';

export interface Group {
  readonly id: string;
  readonly level: 'stage' | 'block';
  readonly number?: number;
  readonly stage: string;
  readonly role: Stage['role'];
  readonly start: number;
  readonly end: number;
  /** Opened: its parts are layers, each an item of its own. */
  readonly open: boolean;
  readonly parts: readonly Part[];
}

const blockGroup = (graph: Graph, block: Block, open: boolean): Group => ({
  id: block.id,
  level: 'block',
  ...(block.number === undefined ? {} : { number: block.number }),
  stage: block.stage,
  role: block.role,
  start: block.start,
  end: block.end,
  open,
  parts: open ? layersOf(graph, block) : partsOf(graph, block),
});

/** A stage closed: one part per block, in the colour of the block's first layer. */
function stageGroup(graph: Graph, { id, role, blocks }: Stage): Group {
  const [first, last] = [blocks[0], blocks.at(-1)];
  const parts = blocks.map((block): Part => {
    const inside = partsOf(graph, block);
    const [main] = inside;
    const kind: LayerKind = main?.kind ?? 'other';
    const name = inside.map((part) => part.name.replace(' 1×1', '')).join(' + ');
    return { kind, name, shape: inside.at(-1)?.shape ?? [1, 1, 0], start: block.start, end: block.end };
  });
  return {
    id,
    level: 'stage',
    stage: id,
    role,
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    open: false,
    parts,
  };
}

export function groupsOf({ analysis: { graph }, level, opened }: DiagramRequest): readonly Group[] {
  return graph.stages.flatMap((stage): readonly Group[] => {
    if (stage.role === 'input') return [];
    const isOpen = (block: Block) => level === 'layers' || opened.has(block.id);
    if (level === 'stages' && !opened.has(stage.id)) return [stageGroup(graph, stage)];
    return stage.blocks.map((block) => blockGroup(graph, block, isOpen(block)));
  });
}

/** Everything that gets a colour of its own. */
export const runsOf = (groups: readonly Group[]): readonly Part[] => groups.flatMap(({ parts }) => parts);
