// What of a block can be edited in its row; channels and output size follow from the whole network.
import type { BlockRow } from '$lib/core/families/family.ts';

export type EditableRow = Omit<BlockRow, 'inChannels' | 'outChannels'>;

export const editable = ({
  number,
  stage,
  id,
  first,
  kernel,
  hasKernel,
  stride,
  strideIndex,
  se,
  expansion,
  activation,
}: BlockRow): EditableRow => ({
  number,
  stage,
  id,
  first,
  kernel,
  hasKernel,
  stride,
  strideIndex,
  se,
  expansion,
  activation,
});
