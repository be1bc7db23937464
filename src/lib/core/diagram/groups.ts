// The groups a diagram shows side by side, at the level asked for: whole stages, closed blocks, or blocks opened into layers.
import type { Block, Graph, Stage } from '../graph/ir.ts';
import { layersOf, partsOf, type Part } from './parts.ts';
import type { DiagramRequest, Mode } from './request.ts';
import { stageColumns, stageRows } from './stageParts.ts';

/** Parts that stand side by side in one row of a closed box, for `count` equal blocks. */
export interface Row {
  readonly parts: readonly Part[];
  readonly count: number;
}

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
  /** Blocks in it, and the id of the last of them. */
  readonly count: number;
  readonly last: string;
  /** Empty where the group is open. */
  readonly rows: readonly Row[];
  /** Everything that gets a colour of its own, in order. */
  readonly parts: readonly Part[];
}

function blockGroup(graph: Graph, block: Block, open: boolean): Group {
  const parts = open ? layersOf(graph, block) : partsOf(graph, block);
  const rows = open ? [] : parts.map((part): Row => ({ parts: [part], count: 1 }));
  const { id, number, stage, role, start, end } = block;
  const group = {
    id,
    level: 'block',
    stage,
    role,
    start,
    end,
    open,
    count: 1,
    last: id,
    rows,
    parts,
  } as const;
  return number === undefined ? group : { ...group, number };
}

function stageGroup(graph: Graph, mode: Mode, { id, role, blocks }: Stage): Group {
  const rows = mode === 'flow' ? stageRows(graph, blocks) : [stageColumns(graph, blocks)];
  return {
    id,
    level: 'stage',
    stage: id,
    role,
    start: blocks[0]?.start ?? 0,
    end: blocks.at(-1)?.end ?? 0,
    open: false,
    count: blocks.length,
    last: blocks.at(-1)?.id ?? id,
    rows,
    parts: rows.flatMap(({ parts }) => parts),
  };
}

/** The strip leaves the input out: at its scale nothing else could be seen. */
export function groupsOf(request: DiagramRequest, graph = request.analysis.graph): readonly Group[] {
  const { level, opened, mode } = request;
  return graph.stages.flatMap((stage): readonly Group[] => {
    if (stage.role === 'input')
      return mode === 'strip' ? [] : stage.blocks.map((block) => blockGroup(graph, block, false));
    if (level === 'stages' && !opened.has(stage.id)) return [stageGroup(graph, mode, stage)];
    return stage.blocks.map((block) => blockGroup(graph, block, level === 'layers' || opened.has(block.id)));
  });
}
