// What a layer must be like to stand at its place in a PP-LCNet.
import type { Affine } from './affine.ts';
import { refuse } from './dataflow.ts';

export const outChannels = ({ weight }: Affine): number => weight.shape[0] ?? 0;
export const kernelOf = ({ weight }: Affine): string => weight.shape.slice(2).join('×');

export interface Rule {
  /** For messages: `the stem's convolution`. */
  readonly what: string;
  readonly kernels: readonly string[];
  /** Undefined for the first layer. */
  readonly channels?: number;
  readonly isDepthwise?: boolean;
  readonly mayStride?: boolean;
}

/** Throws OnnxError: the layer, what it is and what it should be. */
export function checked(
  affine: Affine,
  { what, kernels, channels, isDepthwise = false, mayStride = false }: Rule,
): Affine {
  const { step, weight, groups, stride } = affine;
  const kernel = kernelOf(affine);
  if (!kernels.includes(kernel)) refuse(step, `a kernel of ${kernels.join(' or ')} for ${what}`, kernel);
  const expectedGroups = isDepthwise ? (channels ?? 1) : 1;
  if (groups !== expectedGroups) refuse(step, `${expectedGroups} groups for ${what}`, String(groups));
  const inChannels = (weight.shape[1] ?? 0) * groups;
  if (channels !== undefined && inChannels !== channels)
    refuse(step, `${channels} input channels for ${what}`, String(inChannels));
  if (isDepthwise && outChannels(affine) !== channels)
    refuse(step, `${channels ?? 0} output channels for ${what}`, String(outChannels(affine)));
  if (!stride.every((s) => s === 1 || (mayStride && s === 2)))
    refuse(step, `a stride of ${mayStride ? '1 or 2' : '1'} for ${what}`, stride.join('×'));
  return affine;
}
