// The parts of a network that families build alike: stem, body, classifier. Blocks have the same names in all of them; layers those
// of the official code.
import type { Activation, NetConfig } from '../config/netConfig.ts';
import { convBnAct, type ConvStyle } from '../graph/blocks.ts';
import type { GraphBuilder, Tensor } from '../graph/builder.ts';
import type { BlockRow } from './family.ts';

export const styleOf = (
  { padding, bnEpsilon: epsilon }: NetConfig,
  parts: ConvStyle['parts'] = { conv: 'conv', norm: 'bn' },
): ConvStyle => ({ padding, epsilon, parts });

interface Stem {
  readonly name: string;
  readonly outChannels: number;
  readonly config: NetConfig;
  readonly style: ConvStyle;
}

/** Input → 3×3 convolution → BN → activation. */
export function stem(net: GraphBuilder, { name, outChannels, config, style }: Stem): Tensor {
  const input = net.input([...config.resolution, config.inputChannels]);
  const { activation, strides } = config;
  const conv = { name, outChannels, kernel: 3, stride: strides[0] ?? [2, 2], activation, ...style } as const;
  return net.stage('conv1', 'stem', () => net.block('conv1', () => convBnAct(net, input, conv)));
}

/** The blocks of the body, stage by stage. */
export function body(
  net: GraphBuilder,
  input: Tensor,
  rows: readonly BlockRow[],
  build: (input: Tensor, row: BlockRow) => Tensor,
): Tensor {
  let x = input;
  for (const stage of new Set(rows.map((row) => row.stage)))
    x = net.stage(stage, 'body', () =>
      rows
        .filter((row) => row.stage === stage)
        .reduce((before, row) => net.block(row.id, () => build(before, row)), x),
    );
  return x;
}

export const globalPool = (net: GraphBuilder, input: Tensor, name: string): Tensor =>
  net.block('avg_pool', () => net.add(name, { kind: 'globalPool' }, input));

interface Dropped {
  readonly config: NetConfig;
  readonly activation: Activation;
  /** Name of the activation. */
  readonly name: string;
}

/** Activation → dropout. */
export function activateAndDrop(net: GraphBuilder, input: Tensor, dropped: Dropped): Tensor {
  const { config, activation, name } = dropped;
  const active = net.add(name, { kind: 'activation', function: activation }, input);
  return dropout(net, active, config);
}

export const dropout = (
  net: GraphBuilder,
  input: Tensor,
  { dropout: rate, dropoutMode: mode }: NetConfig,
): Tensor => net.add('dropout', { kind: 'dropout', rate, mode }, input);

/** Flatten → linear layer with bias. */
export const classifier = (net: GraphBuilder, input: Tensor, name: string, classes: number): Tensor =>
  net.block('fc', () => {
    const flat = net.add('flatten', { kind: 'flatten' }, input);
    return net.add(name, { kind: 'linear', outFeatures: classes }, flat);
  });
