// The inverted residual of MobileNetV2 and V3: expand, depthwise, [SE], project without activation; a shortcut where shapes allow it.
import type { NetConfig } from '../config/netConfig.ts';
import { convBnAct, depthwise, squeezeExcite, type ConvStyle } from '../graph/blocks.ts';
import type { GraphBuilder, Tensor } from '../graph/builder.ts';
import type { BlockRow } from './family.ts';

interface InvertedResidual {
  readonly row: BlockRow;
  readonly config: NetConfig;
  readonly style: ConvStyle;
  /** Channels between expansion and projection. */
  readonly midChannels: number;
  /** Names of its parts in the official code. */
  readonly names: Readonly<Record<'expand' | 'depthwise' | 'se' | 'project', string>>;
  /** Adds the input to the output where their shapes are equal. */
  readonly hasShortcut: boolean;
}

export function invertedResidual(net: GraphBuilder, input: Tensor, block: InvertedResidual): Tensor {
  const { row, config, style, midChannels, names, hasShortcut } = block;
  const { id, kernel, stride, activation, outChannels } = row;
  const { gate, seReduction: reduction } = config;
  const expanded = net.unit('expand', () =>
    convBnAct(net, input, { name: `${id}.${names.expand}`, outChannels: midChannels, activation, ...style }),
  );
  const spatial = net.unit('depthwise', () =>
    depthwise(net, expanded, { name: `${id}.${names.depthwise}`, kernel, stride, activation, ...style }),
  );
  const excited = row.se
    ? net.unit('se', () => squeezeExcite(net, spatial, { name: `${id}.${names.se}`, reduction, gate }))
    : spatial;
  const projected = net.unit('project', () =>
    convBnAct(net, excited, { name: `${id}.${names.project}`, outChannels, ...style }),
  );
  const fits = projected.shape.every((size, i) => size === input.shape[i]);
  return hasShortcut && fits ? net.add(`${id}.add`, { kind: 'add' }, projected, input) : projected;
}
