// Matrix products: pointwise and full convolutions, linear layers.
import { isKind, type Node } from '../../../../core/graph/ir.ts';
import { channelStep, stepsOf } from '../geometry.ts';
import { depthOf } from '../pack.ts';
import type { Place } from '../places.ts';
import { instruction, type Instruction } from '../records.ts';
import { windowStart, type Work } from './site.ts';

/** A window as runs of values next to each other; rows of the kernel that touch each other are one run. */
function windowRuns(
  core: Node<'conv' | 'linear'>,
  { room, shape: [, , channels] }: Place,
): readonly number[] {
  const { pixel, row } = stepsOf(room);
  const [height, width] = isKind(core, 'conv') ? core.op.kernel : [1, 1];
  const isTight = room.pixel === channels;
  const runs: number[] = [];
  for (let y = 0; y < height; y++)
    if (isTight) runs.push(y * row, width * channels);
    else for (let x = 0; x < width; x++) runs.push(y * row + x * pixel, channels);
  return runs;
}

export function productInstruction(work: Work): Instruction {
  const { task, batch, tables, constants, target, source, layout, addressOf } = work;
  const core = task.core as Node<'conv' | 'linear'>;
  const steps = stepsOf(source.room);
  const [height, width, outputs] = core.shape;
  const positions = { batch, height, width };
  const [strideY, strideX] = isKind(core, 'conv') ? core.op.stride : [1, 1];
  const start = addressOf(source);
  const residual = task.residual === undefined ? undefined : layout.placeOf(task.residual);
  const runs = windowRuns(core, source);
  const depth = depthOf(core);
  return instruction(
    'product',
    batch * height * width * outputs * depth,
    {
      source: isKind(core, 'conv') ? windowStart(start, core, steps) : start,
      sourceOffsets: tables.positions({ ...positions, steps, strideY, strideX }),
      target: addressOf(target),
      targetOffsets: tables.positions({ ...positions, steps: stepsOf(target.room), strideY: 1, strideX: 1 }),
      positions: batch * height * width,
      runs: tables.words(runs),
      runCount: runs.length / 2,
      depth,
      weights: constants.weights,
      outputs,
      channelStep: channelStep(target),
      residual: residual ? addressOf(residual) : 0,
      residualOffsets: residual
        ? tables.positions({ ...positions, steps: stepsOf(residual.room), strideY: 1, strideX: 1 })
        : 0,
    },
    work.activation,
  );
}
