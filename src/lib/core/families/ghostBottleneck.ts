// The ghost bottleneck: two ghost modules, each half of whose channels come cheaply out of the other half, around a depthwise
// convolution and SE, with a shortcut.
import type { Activation, NetConfig } from '../config/netConfig.ts';
import { convBnAct, depthwise, squeezeExcite, type ConvStyle } from '../graph/blocks.ts';
import type { GraphBuilder, Tensor } from '../graph/builder.ts';
import type { BlockRow } from './family.ts';
import { styleOf } from './network.ts';

export const GHOST_PARTS = { conv: '_conv', norm: '_batch_norm' };

interface GhostModule {
  readonly name: string;
  readonly outChannels: number;
  readonly activation: Activation | undefined;
  readonly style: ConvStyle;
}

/** Kernel of the cheap operation. */
const CHEAP_KERNEL = 3;

/** 1×1 convolution to half of the channels; a depthwise 3×3 of these gives the other half (one more where the width is odd). */
function ghostModule(net: GraphBuilder, input: Tensor, ghost: GhostModule): Tensor {
  const { name, outChannels, activation, style } = ghost;
  const half = Math.ceil(outChannels / 2);
  const primary = convBnAct(net, input, {
    name: `${name}.primary_conv`,
    outChannels: half,
    activation,
    ...style,
  });
  const cheap = { name: `${name}.cheap_operation`, kernel: CHEAP_KERNEL, activation, ...style };
  return net.add(`${name}.concat`, { kind: 'concat' }, primary, depthwise(net, primary, cheap));
}

interface GhostBottleneck {
  readonly row: BlockRow;
  readonly config: NetConfig;
  readonly midChannels: number;
}

export function ghostBottleneck(net: GraphBuilder, input: Tensor, block: GhostBottleneck): Tensor {
  const { row, config, midChannels } = block;
  const { id, kernel, stride, activation, outChannels } = row;
  const style = styleOf(config, GHOST_PARTS);
  const isStrided = stride[0] * stride[1] > 1;
  const wide = net.unit('ghost1', () =>
    ghostModule(net, input, { name: `${id}.ghost_module_1`, outChannels: midChannels, activation, style }),
  );
  const spatial = isStrided
    ? net.unit('depthwise', () =>
        depthwise(net, wide, { name: `${id}.depthwise_conv`, kernel, stride, ...style }),
      )
    : wide;
  const excited = row.se
    ? net.unit('se', () =>
        squeezeExcite(net, spatial, {
          name: `${id}.se_block`,
          reduction: config.seReduction,
          gate: config.gate,
          parts: { reduce: 'squeeze', expand: 'excitation' },
          layers: 'linear',
        }),
      )
    : spatial;
  const narrow = net.unit('ghost2', () =>
    ghostModule(net, excited, { name: `${id}.ghost_module_2`, outChannels, activation: undefined, style }),
  );
  if (!isStrided && input.shape[2] === narrow.shape[2])
    return net.add(`${id}.add`, { kind: 'add' }, narrow, input);
  const thin = net.unit('shortcut_depthwise', () =>
    depthwise(net, input, { name: `${id}.shortcut_depthwise`, kernel, stride, ...style }),
  );
  const shortcut = net.unit('shortcut_pointwise', () =>
    convBnAct(net, thin, { name: `${id}.shortcut_conv`, outChannels: narrow.shape[2], ...style }),
  );
  return net.add(`${id}.add`, { kind: 'add' }, narrow, shortcut);
}
