// The shape of each mark, around (0, 0), 9 units wide: a full triangle, a hollow one, a plus.
import type { BlockMark } from '$lib/core/compare/marks.ts';

export const MARK_PATHS: { readonly [M in BlockMark]: string } = {
  structure: 'M-4,-3H4L0,3Z',
  channels: 'M-4,-3H4L0,3Z',
  alone: 'M-4,0H4M0,-4V4',
};
