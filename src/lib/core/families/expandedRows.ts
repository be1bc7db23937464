// Stages from a table that lists every block (MobileNetV3, GhostNet): neighbours of equal width are one stage.
import type { TableBlock, TableStage } from './stageTable.ts';

export interface ExpandedRow {
  /** Output channels at scale 1. */
  readonly width: number;
  readonly stride: 1 | 2;
  /** `expansion`: channels at scale 1. */
  readonly block: TableBlock;
}

/** Stages are numbered 1 … n. Only the first block of a stage may have a stride other than 1. */
export function stagesOf(rows: readonly ExpandedRow[]): readonly TableStage[] {
  const stages: { width: number; stride: 1 | 2; blocks: [TableBlock, ...TableBlock[]] }[] = [];
  for (const { width, stride, block } of rows) {
    const stage = stages.at(-1);
    if (stage?.width === width && stride === 1) stage.blocks.push(block);
    else stages.push({ width, stride, blocks: [block] });
  }
  return stages.map((stage, i) => ({ id: `stage${i + 1}`, ...stage }));
}
