// Names of the paper's ablation studies and of their variants.
import type { Ablation } from '$lib/core/facts/published.ts';
import { m } from '$lib/paraglide/messages.js';

export const STUDIES = [
  { study: 'technique', title: m.experiments_technique },
  { study: 'se', title: m.experiments_se },
  { study: 'kernel', title: m.experiments_kernel },
] as const satisfies readonly { study: Ablation['study']; title: () => string }[];

/** Variants that have a name; the others are patterns of one digit per block. */
export const TECHNIQUES: Readonly<Record<string, () => string>> = {
  'no-hardswish': m.experiments_no_hardswish,
  'no-se': m.experiments_no_se,
  'no-large-kernel': m.experiments_no_large_kernel,
  'no-last-conv': m.experiments_no_last_conv,
  all: m.experiments_all,
};
