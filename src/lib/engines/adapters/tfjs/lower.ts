// Lowering: each step of the plan becomes one function from tensors to a tensor, with its weights on the device.
import { tensor as toDevice, type Tensor } from '@tensorflow/tfjs-core';
import { isKind, type Node, type OpKind, type Shape } from '../../../core/graph/ir.ts';
import { EngineError } from '../../errors.ts';
import { affine, keepNumber, named, vector, type Context, type Run } from './context.ts';
import { add, concat, identity, maxPool, multiply, reshape, sliceChannels, transpose } from './kernels.ts';
import { explicitPadding } from './linear.ts';
import { lowerActivation } from './lowerActivation.ts';
import { lowerLinear } from './lowerLinear.ts';

/** [positions, groups, C/groups] → [positions, C/groups, groups]: in three dimensions, for which wasm has a fast way. */
function lowerShuffle(groups: number, [height, width, channels]: Shape): Run {
  const perGroup = channels / groups;
  return ([x]) => {
    const batch = (x as Tensor).shape[0];
    const grouped = reshape(x as Tensor, [batch * height * width, groups, perGroup]);
    const turned = transpose(grouped, [0, 2, 1]);
    grouped.dispose();
    const shuffled = reshape(turned, [batch, height, width, channels]);
    turned.dispose();
    return shuffled;
  };
}

const LOWER: { readonly [K in OpKind]: (context: Context, core: Node<K>) => Run } = {
  input:
    () =>
    ([x]) =>
      identity(x as Tensor),
  conv: lowerLinear,
  linear: lowerLinear,
  batchNorm: (context, core) => {
    const [scale, shift, mean, variance] = (['weight', 'bias', '_mean', '_variance'] as const).map(
      (suffix) => named(context, core, suffix).data,
    ) as [Float32Array, Float32Array, Float32Array, Float32Array];
    const gain = scale.map((s, c) => s / Math.sqrt((variance[c] as number) + core.op.epsilon));
    const offset = shift.map((s, c) => s - (mean[c] as number) * (gain[c] as number));
    return affine(context.keep(vector(gain)), context.keep(vector(offset)));
  },
  activation: lowerActivation,
  globalPool:
    ({ backend }) =>
    ([x]) =>
      backend.pool(x as Tensor),
  maxPool: (_context, core) => {
    const { kernel, stride } = core.op;
    const padding = explicitPadding(core);
    return ([x]) => maxPool({ input: x as Tensor, kernel, strides: stride, padding });
  },
  add:
    () =>
    ([x, other]) =>
      add(x as Tensor, other as Tensor),
  concat: () => (inputs) => concat(inputs, 3),
  slice:
    (_context, { op }) =>
    ([x]) =>
      sliceChannels(x as Tensor, op.from, op.count),
  shuffle: (_context, { op, shape }) => lowerShuffle(op.groups, shape),
  multiply:
    () =>
    ([x, gate]) =>
      multiply(x as Tensor, gate as Tensor),
  dropout:
    () =>
    ([x]) =>
      identity(x as Tensor),
  flatten:
    () =>
    ([x]) =>
      identity(x as Tensor),
};

/** A step of dropout and flatten alone. */
function lowerPassive(context: Context): Run {
  const { step } = context;
  const shape = step.nodes.at(-1)?.shape ?? [];
  const factor = step.scale === 1 ? undefined : keepNumber(context)(step.scale);
  return ([x]) => {
    const shaped = reshape(x as Tensor, [x?.shape[0] as number, ...shape]);
    if (!factor) return shaped;
    const scaled = multiply(shaped, factor);
    shaped.dispose();
    return scaled;
  };
}

export interface Lowered {
  readonly run: Run;
  readonly constants: readonly Tensor[];
}

export function lowerStep(source: Omit<Context, 'keep'>): Lowered {
  const constants: Tensor[] = [];
  const keep: Context['keep'] = ({ shape, data }) => {
    const constant = toDevice(data, [...shape], 'float32');
    constants.push(constant);
    return constant;
  };
  const { core } = source.step;
  const context = { ...source, keep };
  if (!core) return { run: lowerPassive(context), constants };
  if (isKind(core, 'conv') && core.op.groups !== 1 && core.op.groups !== core.inputShapes[0]?.[2])
    throw new EngineError('failed', `${core.name}: tfjs has no convolution in ${core.op.groups} groups`, {
      cause: 'grouped convolution',
    });
  const lower = LOWER[core.op.kind] as (context: Context, core: Node) => Run;
  return { run: lower(context, core), constants };
}
