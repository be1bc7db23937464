// Names of the FLOPs conventions (the tools' own, the same in every language) and what each counts.
import type { FlopConvention } from '$lib/core/metrics/flops.ts';
import { m } from '$lib/paraglide/messages.js';

export const FLOPS_NAMES = {
  paddle: 'paddle.flops',
  paddle2024: 'paddle.flops 2024',
  fvcore: 'fvcore',
  fvcoreMeanPool: 'fvcore, mean()',
  thop: 'thop',
  ptflops: 'ptflops',
  ptflopsAten: 'ptflops, aten',
  torchinfo: 'torchinfo',
  macs2x: '2 × MACs',
} as const satisfies Record<FlopConvention, string>;

export const FLOPS_COUNT = {
  paddle: m.flops_paddle,
  paddle2024: m.flops_paddle2024,
  fvcore: m.flops_fvcore,
  fvcoreMeanPool: m.flops_fvcore_mean_pool,
  thop: m.flops_thop,
  ptflops: m.flops_ptflops,
  ptflopsAten: m.flops_ptflops_aten,
  torchinfo: m.flops_torchinfo,
  macs2x: m.flops_macs2x,
} as const satisfies Record<FlopConvention, () => string>;
