// A closed stage in short: for the flow diagram a row per run of equal blocks, for the strip one slab per kind.
import type { Block, Graph } from '../graph/ir.ts';
import type { LayerKind } from '../graph/kind.ts';
import type { Row } from './groups.ts';
import { partsOf, type Part } from './parts.ts';

interface Run {
  readonly names: string;
  readonly blocks: Block[];
  readonly parts: readonly Part[];
}

/** `DW 5×5 | PW` × 5: neighbours with equal parts share a row, and its colour where a metric colours. */
export function stageRows(graph: Graph, blocks: readonly Block[]): readonly Row[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const parts = partsOf(graph, block);
    const names = parts.map(({ name }) => name).join();
    const run = runs.at(-1);
    if (run?.names === names) run.blocks.push(block);
    else runs.push({ names, blocks: [block], parts });
  }
  return runs.map(({ blocks: [first, ...more], parts }) => {
    const range = { start: first?.start ?? 0, end: (more.at(-1) ?? first)?.end ?? 0 };
    return { parts: parts.map((part) => ({ ...part, ...range })), count: 1 + more.length };
  });
}

/** Depthwise, SE, pointwise … as the last block of the stage has them; one value for the whole stage. */
export function stageColumns(graph: Graph, blocks: readonly Block[]): Row {
  const range = { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
  const byKind = new Map<LayerKind, Part>();
  for (const part of blocks.flatMap((block) => partsOf(graph, block))) byKind.set(part.kind, part);
  return { parts: [...byKind.values()].map((part) => ({ ...part, ...range })), count: blocks.length };
}
