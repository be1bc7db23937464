// Building blocks shared by the families. Names follow the official code, so that weights map by name.
import type { Activation, Gate, Padding, Pair } from '../config/netConfig.ts';
import type { GraphBuilder, Tensor } from './builder.ts';
import type { Op, OpOf } from './ir.ts';

/** What the convolutions of a family have in common. */
export interface ConvStyle {
  readonly padding: Padding;
  readonly epsilon: number;
  /** Names of convolution and batch norm in the official code. */
  readonly parts: { readonly conv: string; readonly norm: string };
}

interface ConvBnAct {
  readonly name: string;
  readonly outChannels: number;
  /** 1 where not said, as are stride and groups. */
  readonly kernel?: number;
  readonly stride?: Pair;
  readonly groups?: number;
  /** None after a linear bottleneck. */
  readonly activation?: Activation | undefined;
}

/** Convolution without bias → batch norm → activation, if any. */
export function convBnAct(net: GraphBuilder, input: Tensor, layers: ConvBnAct & ConvStyle): Tensor {
  const { name, outChannels, kernel = 1, stride = [1, 1], groups = 1, activation } = layers;
  const { padding, epsilon, parts } = layers;
  const conv = net.add(
    `${name}.${parts.conv}`,
    { kind: 'conv', outChannels, kernel: [kernel, kernel], stride, padding, groups, bias: false },
    input,
  );
  const normed = net.add(`${name}.${parts.norm}`, { kind: 'batchNorm', epsilon }, conv);
  return activation ? net.add(`${name}.act`, { kind: 'activation', function: activation }, normed) : normed;
}

/** Depthwise convolution → batch norm → activation, if any. */
export const depthwise = (
  net: GraphBuilder,
  input: Tensor,
  conv: Omit<ConvBnAct, 'outChannels' | 'groups'> & ConvStyle,
): Tensor => convBnAct(net, input, { ...conv, outChannels: input.shape[2], groups: input.shape[2] });

const POINTWISE = { kind: 'conv', kernel: [1, 1], stride: [1, 1], padding: 'symmetric', groups: 1 } as const;

/** 1×1 convolution with or without bias. */
export const pointwise = (outChannels: number, bias: boolean): OpOf<'conv'> => ({
  ...POINTWISE,
  outChannels,
  bias,
});

const GATES: Readonly<Record<Gate, Pick<OpOf<'activation'>, 'function' | 'slope'>>> = {
  relu6: { function: 'hardsigmoid', slope: 1 / 6 },
  keras2: { function: 'hardsigmoid', slope: 0.2 },
  clip: { function: 'clip' },
};

interface SqueezeExcite {
  readonly name: string;
  readonly reduction: number;
  readonly gate: Gate;
  /** Names of its layers in the official code. */
  readonly parts?: Readonly<Record<'reduce' | 'expand', string>>;
  /** 1×1 convolutions where not said. */
  readonly layers?: 'conv' | 'linear';
}

/** Squeeze-and-excitation (Hu et al. 2018): GAP → C/r, ReLU → C, gate → scales the channels of its input. */
export function squeezeExcite(
  net: GraphBuilder,
  input: Tensor,
  { name, reduction, gate, parts = { reduce: 'conv1', expand: 'conv2' }, layers = 'conv' }: SqueezeExcite,
): Tensor {
  const channels = input.shape[2];
  const squeezed = Math.max(1, Math.floor(channels / reduction));
  const dense = (out: number): Op =>
    layers === 'conv' ? pointwise(out, true) : { kind: 'linear', outFeatures: out };
  const pooled = net.add(`${name}.avg_pool`, { kind: 'globalPool' }, input);
  const reduced = net.add(`${name}.${parts.reduce}`, dense(squeezed), pooled);
  const rectified = net.add(`${name}.relu`, { kind: 'activation', function: 'relu' }, reduced);
  const expanded = net.add(`${name}.${parts.expand}`, dense(channels), rectified);
  const gates = net.add(`${name}.hardsigmoid`, { kind: 'activation', ...GATES[gate] }, expanded);
  return net.add(`${name}.mul`, { kind: 'multiply' }, input, gates);
}
