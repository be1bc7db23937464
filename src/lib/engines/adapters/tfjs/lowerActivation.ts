// Lowering of an activation that stands alone, because it follows no linear layer.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Node } from '../../../core/graph/ir.ts';
import { planActivation } from './activations.ts';
import { affine, keepNumber, slopesOf, type Context, type Run } from './context.ts';
import { clip, elu, identity, prelu, relu, type FusedActivation } from './kernels.ts';

const STANDALONE: { readonly [F in FusedActivation]: (x: Tensor, slopes: Tensor | undefined) => Tensor } = {
  linear: (x) => identity(x),
  relu: (x) => relu(x),
  relu6: (x) => clip(x, 0, 6),
  elu: (x) => elu(x),
  prelu: (x, slopes) => prelu(x, slopes as Tensor),
};

export function lowerActivation(context: Context, core: Node<'activation'>): Run {
  const number = keepNumber(context);
  const plan = planActivation(core.op, context.backend, number);
  const slopes = plan.fused === 'prelu' ? slopesOf(context, core, plan.slope) : undefined;
  const isIdentity = plan.gain === 1 && plan.offset === 0;
  const prepare = isIdentity ? undefined : affine(number(plan.gain), number(plan.offset));
  return (inputs) => {
    const prepared = prepare?.(inputs);
    const y = STANDALONE[plan.fused](prepared ?? (inputs[0] as Tensor), slopes);
    prepared?.dispose();
    return plan.after ? plan.after(y) : y;
  };
}
