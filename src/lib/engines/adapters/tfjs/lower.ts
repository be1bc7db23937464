// Lowering: each step of the plan becomes one function from tensors to a tensor, with its weights on the device.
import { tensor as toDevice, type Tensor } from '@tensorflow/tfjs-core';
import { isKind, type Node, type OpKind, type Shape } from '../../../core/graph/ir.ts';
import { elementCount } from '../../../core/graph/shapes.ts';
import { tensorOf, type NamedTensor, type NamedTensors } from '../../../core/weights/tensors.ts';
import { EngineError } from '../../errors.ts';
import type { Step } from '../../plan.ts';
import { planActivation } from './activations.ts';
import type { Backend } from './backend.ts';
import {
  add,
  clip,
  convolve,
  elu,
  identity,
  multiply,
  prelu,
  relu,
  reshape,
  type FusedActivation,
} from './kernels.ts';
import { linearFilters, linearGeometry } from './linear.ts';

/** Leaves its inputs alone and gives a new tensor. */
export type Run = (inputs: readonly Tensor[]) => Tensor;

interface Context {
  readonly step: Step;
  readonly weights: NamedTensors;
  readonly backend: Backend;
  /** Puts a constant on the device, which lives as long as the network. */
  readonly keep: (tensor: { readonly shape: readonly number[]; readonly data: Float32Array }) => Tensor;
}

const vector = (values: ArrayLike<number>) => ({ shape: [values.length], data: Float32Array.from(values) });

const named = ({ weights }: Context, node: Node, suffix: string): NamedTensor =>
  tensorOf(weights, `${node.name}.${suffix}`);

/** Slopes of a PReLU: its weights, or one slope for all channels. */
function slopesOf(context: Context, activation: Node<'activation'>, slope: number | undefined): Tensor {
  const { keep } = context;
  const channels = activation.shape[2];
  return keep(
    slope === undefined
      ? named(context, activation, 'weight')
      : vector(new Array<number>(channels).fill(slope)),
  );
}

const keepNumber =
  ({ keep }: Context) =>
  (value: number): Tensor =>
    keep({ shape: [], data: Float32Array.of(value) });

function lowerLinear(context: Context, core: Node<'conv' | 'linear'>): Run {
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

/** gain · x + offset, per channel or for all. */
function affine(gain: Tensor, offset: Tensor): Run {
  return ([x]) => {
    const scaled = multiply(x as Tensor, gain);
    const shifted = add(scaled, offset);
    scaled.dispose();
    return shifted;
  };
}

const STANDALONE: { readonly [F in FusedActivation]: (x: Tensor, slopes: Tensor | undefined) => Tensor } = {
  linear: (x) => identity(x),
  relu: (x) => relu(x),
  relu6: (x) => clip(x, 0, 6),
  elu: (x) => elu(x),
  prelu: (x, slopes) => prelu(x, slopes as Tensor),
};

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
  activation: (context, core) => {
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
  },
  globalPool:
    ({ backend }) =>
    ([x]) =>
      backend.pool(x as Tensor),
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
