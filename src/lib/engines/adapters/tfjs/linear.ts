// Weights and geometry of convolutions and linear layers for tfjs: batch norm, dropout and activation factors folded in.
import { isKind, type Node, type Shape } from '../../../core/graph/ir.ts';
import { paddingAmount } from '../../../core/graph/padding.ts';
import { foldNorm, type Filters } from '../../../core/weights/fold.ts';
import { filterLayout, linearLayout } from '../../../core/weights/layouts.ts';
import { tensorOf, type NamedTensor, type NamedTensors } from '../../../core/weights/tensors.ts';
import type { Step } from '../../plan.ts';
import type { ConvolutionCall, ExplicitPadding } from './kernels.ts';

interface Source {
  readonly step: Step;
  readonly core: Node<'conv' | 'linear'>;
  readonly weights: NamedTensors;
  /** The result is multiplied by `gain`, then `offset` is added. */
  readonly gain: number;
  readonly offset: number;
}

function scaled(values: Float32Array<ArrayBuffer>, factor: number): Float32Array<ArrayBuffer> {
  if (factor === 1) return values;
  const result = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = (values[i] as number) * factor;
  return result;
}

function officialFilters({ step, core, weights }: Source): Filters {
  const named = (node: Node, suffix: string): NamedTensor => tensorOf(weights, `${node.name}.${suffix}`);
  const hasBias = !isKind(core, 'conv') || core.op.bias;
  const filters = { weight: named(core, 'weight'), bias: hasBias ? named(core, 'bias') : undefined };
  const { norm } = step;
  if (!norm) return filters;
  return foldNorm(filters, {
    scale: named(norm, 'weight'),
    shift: named(norm, 'bias'),
    mean: named(norm, '_mean'),
    variance: named(norm, '_variance'),
    epsilon: norm.op.epsilon,
  });
}

export function linearFilters(source: Source): { filter: NamedTensor; bias: NamedTensor | undefined } {
  const { step, core, gain, offset } = source;
  const { weight, bias } = officialFilters(source);
  const channels = core.shape[2];
  const folded = { shape: weight.shape, data: scaled(weight.data, gain * step.scale) };
  const offsets = new Float32Array(channels).map((_, c) => (bias?.data[c] ?? 0) * gain + offset);
  return {
    filter: isKind(core, 'conv') ? filterLayout(folded, core.op.groups) : linearLayout(folded),
    bias: bias || offset ? { shape: [channels], data: offsets } : undefined,
  };
}

/** Pixels added around the windows of a layer, as tfjs takes them. */
export function explicitPadding({ op, inputShapes }: Node<'conv' | 'maxPool'>): ExplicitPadding {
  const { kernel, stride, padding } = op;
  const [height, width] = inputShapes[0] as Shape;
  const along = (size: number, axis: 0 | 1) => {
    const { before, after } = paddingAmount({ size, kernel: kernel[axis], stride: stride[axis], padding });
    return [before, after] as const;
  };
  return [[0, 0], along(height, 0), along(width, 1), [0, 0]];
}

type Geometry = Pick<ConvolutionCall, 'strides' | 'padding' | 'depthwise'>;

export function linearGeometry(core: Node<'conv' | 'linear'>): Geometry {
  if (!isKind(core, 'conv')) return { strides: [1, 1], padding: [[0, 0], [0, 0], [0, 0], [0, 0]], depthwise: false }; // prettier-ignore
  const { stride, groups } = core.op;
  return { strides: stride, padding: explicitPadding(core), depthwise: groups > 1 };
}
