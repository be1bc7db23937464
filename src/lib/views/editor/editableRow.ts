// What of a block can be edited in its row; channels and output size follow from the whole network.
import type { BlockRow } from '$lib/core/families/family.ts';

export type EditableRow = Omit<BlockRow, 'inChannels' | 'outChannels'>;

export function editable({ inChannels: _in, outChannels: _out, ...row }: BlockRow): EditableRow {
  return row;
}
