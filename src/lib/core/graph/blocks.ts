// Building blocks shared by the families. Names follow the official code, so that weights map by name.
import type { Activation, Gate, Padding, Pair } from '../config/netConfig.ts';
import type { GraphBuilder, Tensor } from './builder.ts';

interface ConvBnAct {
  readonly name: string;
  readonly outChannels: number;
  readonly kernel: number;
  readonly stride: Pair;
  readonly groups: number;
  readonly padding: Padding;
  readonly epsilon: number;
  readonly activation: Activation;
}

/** Convolution without bias → batch norm → activation. */
export function convBnAct(net: GraphBuilder, input: Tensor, block: ConvBnAct): Tensor {
  const { name, outChannels, kernel, stride, groups, padding, epsilon, activation } = block;
  const conv = net.add(
    `${name}.conv`,
    { kind: 'conv', outChannels, kernel: [kernel, kernel], stride, padding, groups, bias: false },
    input,
  );
  const normed = net.add(`${name}.bn`, { kind: 'batchNorm', epsilon }, conv);
  return net.add(`${name}.act`, { kind: 'activation', function: activation }, normed);
}

const POINTWISE = { kind: 'conv', kernel: [1, 1], stride: [1, 1], padding: 'symmetric', groups: 1 } as const;

/** 1×1 convolution with or without bias. */
export const pointwise = (outChannels: number, bias: boolean) => ({ ...POINTWISE, outChannels, bias });

const GATE_SLOPE: Readonly<Record<Gate, number>> = { relu6: 1 / 6, keras2: 0.2 };

interface SqueezeExcite {
  readonly name: string;
  readonly reduction: number;
  readonly gate: Gate;
}

/** Squeeze-and-excitation (Hu et al. 2018): GAP → C/r, ReLU → C, hard-sigmoid → scales the channels of its input. */
export function squeezeExcite(
  net: GraphBuilder,
  input: Tensor,
  { name, reduction, gate }: SqueezeExcite,
): Tensor {
  const channels = input.shape[2];
  const squeezed = Math.max(1, Math.floor(channels / reduction));
  const pooled = net.add(`${name}.avg_pool`, { kind: 'globalPool' }, input);
  const reduced = net.add(`${name}.conv1`, pointwise(squeezed, true), pooled);
  const rectified = net.add(`${name}.relu`, { kind: 'activation', function: 'relu' }, reduced);
  const expanded = net.add(`${name}.conv2`, pointwise(channels, true), rectified);
  const slope = GATE_SLOPE[gate];
  const gates = net.add(
    `${name}.hardsigmoid`,
    { kind: 'activation', function: 'hardsigmoid', slope },
    expanded,
  );
  return net.add(`${name}.mul`, { kind: 'multiply' }, input, gates);
}
