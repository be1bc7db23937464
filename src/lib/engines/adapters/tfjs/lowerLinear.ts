// Lowering of convolutions and linear layers, with the activation that follows.
import type { Tensor } from '@tensorflow/tfjs-core';
import { isKind, type Node, type Shape } from '../../../core/graph/ir.ts';
import { elementCount } from '../../../core/graph/shapes.ts';
import { planActivation } from './activations.ts';
import { keepNumber, slopesOf, type Context, type Run } from './context.ts';
import { convolve, reshape } from './kernels.ts';
import { linearFilters, linearGeometry } from './linear.ts';

export function lowerLinear(context: Context, core: Node<'conv' | 'linear'>): Run {
  const { step, backend, keep } = context;
  const plan = step.activation && planActivation(step.activation.op, backend, keepNumber(context));
  const { filter, bias } = linearFilters({
    ...context,
    core,
    gain: plan?.gain ?? 1,
    offset: plan?.offset ?? 0,
  });
  const [filterTensor, biasTensor] = [keep(filter), bias && keep(bias)];
  const fused = plan?.fused ?? 'linear';
  const slopes =
    step.activation && fused === 'prelu' ? slopesOf(context, step.activation, plan?.slope) : undefined;
  const geometry = linearGeometry(core);
  const elements = elementCount(core.inputShapes[0] as Shape);
  return ([x]) => {
    const input = x as Tensor;
    const flat = isKind(core, 'linear') && input.shape[3] !== elements;
    const fitting = flat ? reshape(input, [input.shape[0], 1, 1, elements]) : input;
    const y = convolve({
      ...geometry,
      input: fitting,
      filter: filterTensor,
      bias: biasTensor,
      activation: fused,
      slopes,
    });
    if (flat) fitting.dispose();
    return plan?.after ? plan.after(y) : y;
  };
}
