// One digit per block, as in addresses and on the command line, for changes of a lesson's network.
import type { KernelSize } from '../core/config/netConfig.ts';
import type { Change } from './lesson.ts';

/** `3333335555555` */
export const kernels = (digits: string): Change => ({
  kernels: [...digits].map((digit) => Number(digit) as KernelSize),
});

/** `0000000000011` */
export const se = (digits: string): Change => ({ se: [...digits].map((digit) => digit === '1') });
