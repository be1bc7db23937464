// Windows that move over each channel by itself: depthwise convolution and max-pooling.
import type { Node } from '../../../../core/graph/ir.ts';
import { elementCount } from '../../../../core/graph/shapes.ts';
import { stepsOf } from '../geometry.ts';
import { marginsOf } from '../places.ts';
import { instruction, type Instruction } from '../records.ts';
import { extent, fromSource, inTarget, windowStart, type Work } from './site.ts';

export function depthwiseInstruction(work: Work): Instruction {
  const { task, batch, constants, source } = work;
  const core = task.core as Node<'conv'>;
  const from = fromSource(work, source);
  const [kernelHeight, kernelWidth] = core.op.kernel;
  const [strideY, strideX] = core.op.stride;
  return instruction(
    'depthwise',
    batch * elementCount(core.shape) * kernelHeight * kernelWidth,
    {
      ...from,
      source: windowStart(from.source, core, stepsOf(source.room)),
      ...inTarget(work),
      ...extent(batch, core.shape),
      kernelHeight,
      kernelWidth,
      strideY,
      strideX,
      weights: constants.weights,
    },
    work.activation,
  );
}

export function largestInstruction(work: Work): Instruction {
  const { task, batch, source } = work;
  const core = task.core as Node<'maxPool'>;
  const { kernel, stride } = core.op;
  const { top, left } = marginsOf(core);
  return instruction('largest', batch * elementCount(core.shape) * kernel[0] * kernel[1], {
    ...fromSource(work, source),
    ...inTarget(work),
    ...extent(batch, core.shape),
    kernelHeight: kernel[0],
    kernelWidth: kernel[1],
    strideY: stride[0],
    strideX: stride[1],
    sourceHeight: source.shape[0],
    sourceWidth: source.shape[1],
    top,
    left,
  });
}
