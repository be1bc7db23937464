// The list of namings: whose names for the tensors of a PP-LCNet are known.
import { fromTorchStatistics, renamedBy, type OfficialNames } from './official.ts';
import { timmNames } from './timm.ts';
import { transformersNames } from './transformers.ts';

/**
 * Whose names a file has. `paddle`: the official code's. `torch`: those of its modules, with PyTorch's names for statistics.
 * `timm`, `transformers`: of those libraries (and PaddleX's files for the latter). `own`: written by this program.
 */
export type NamingId = 'own' | 'paddle' | 'torch' | 'timm' | 'transformers';

interface Naming {
  readonly id: Exclude<NamingId, 'own'>;
  readonly official: OfficialNames;
}

const STEM = /^conv1\.conv\.weight$/;
const isTorch = (name: string): boolean => name.endsWith('.running_mean');

/** Tried in order. */
export const NAMINGS: readonly Naming[] = [
  { id: 'timm', official: timmNames },
  { id: 'transformers', official: transformersNames },
  {
    id: 'torch',
    official: (names) => (names.some(isTorch) ? renamedBy(STEM, fromTorchStatistics)(names) : undefined),
  },
  { id: 'paddle', official: renamedBy(STEM, (name) => name) },
];
