// Arguments of a block's depthwise convolution: kernel size, and stride where any block shrinks.
import { COLUMNS } from '../columns.ts';
import type { Part } from '../python.ts';
import type { StageTableCode } from '../stageTable.ts';

export function spatial({ cell }: StageTableCode): readonly Part[] {
  const stride = cell(COLUMNS.stride);
  return [`kernel_size=${cell(COLUMNS.kernel)}`, stride !== '1' && `stride=${stride}`];
}
