// How many pixels a convolution adds before and after, per axis.
import type { Padding } from '../config/netConfig.ts';

export interface PaddingAmount {
  readonly before: number;
  readonly after: number;
}

interface Window {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
}

/** Symmetric: (k−1)/2 on both sides. Same: TensorFlow's rule, as much as ceil(size / stride) outputs need, the odd pixel after. */
export function paddingAmount({ size, kernel, stride, padding }: Window): PaddingAmount {
  if (padding === 'symmetric') return { before: (kernel - 1) >> 1, after: (kernel - 1) >> 1 };
  const total = Math.max((Math.ceil(size / stride) - 1) * stride + kernel - size, 0);
  return { before: total >> 1, after: total - (total >> 1) };
}

/** Number of output positions along one axis. */
export function outputSize(window: Window): number {
  const { before, after } = paddingAmount(window);
  return Math.floor((window.size + before + after - window.kernel) / window.stride) + 1;
}
