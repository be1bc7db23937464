// The units of ShuffleNetV2: split, transform one half, concatenate, shuffle; or, where resolution or width change, transform both.
import type { NetConfig } from '../config/netConfig.ts';
import { convBnAct, depthwise } from '../graph/blocks.ts';
import type { GraphBuilder, Tensor } from '../graph/builder.ts';
import type { BlockRow } from './family.ts';
import { styleOf } from './network.ts';

export const SHUFFLE_PARTS = { conv: '_conv', norm: '_batch_norm' };

interface ShuffleUnit {
  readonly row: BlockRow;
  readonly config: NetConfig;
}

/** Names of a branch's layers in the official code. */
interface Branch extends ShuffleUnit {
  readonly names: Readonly<Record<'pointwise' | 'depthwise' | 'linear', string>>;
}

/** 1×1 → BN → act → depthwise → BN → 1×1 → BN → act. */
function branch(net: GraphBuilder, input: Tensor, { row, config, names }: Branch): Tensor {
  const { id, kernel, stride, activation, outChannels } = row;
  const style = styleOf(config, SHUFFLE_PARTS);
  const half = outChannels / 2;
  const reduced = net.unit('pointwise1', () =>
    convBnAct(net, input, { name: `${id}.${names.pointwise}`, outChannels: half, activation, ...style }),
  );
  const spatial = net.unit('depthwise', () =>
    depthwise(net, reduced, { name: `${id}.${names.depthwise}`, kernel, stride, ...style }),
  );
  return net.unit('pointwise2', () =>
    convBnAct(net, spatial, { name: `${id}.${names.linear}`, outChannels: half, activation, ...style }),
  );
}

const joined = (net: GraphBuilder, id: string, ...halves: readonly Tensor[]): Tensor =>
  net.unit('join', () => {
    const both = net.add(`${id}.concat`, { kind: 'concat' }, ...halves);
    return net.add(`${id}.shuffle`, { kind: 'shuffle', groups: 2 }, both);
  });

/** Half of the channels pass untouched. */
function basicUnit(net: GraphBuilder, input: Tensor, unit: ShuffleUnit): Tensor {
  const { id } = unit.row;
  const count = input.shape[2] / 2;
  const half = (part: 0 | 1): Tensor =>
    net.add(`${id}.split.${part}`, { kind: 'slice', from: part * count, count }, input);
  const [kept, changed] = net.unit('split', (): readonly [Tensor, Tensor] => [half(0), half(1)]);
  const names = { pointwise: '_conv_pw', depthwise: '_conv_dw', linear: '_conv_linear' };
  return joined(net, id, kept, branch(net, changed, { ...unit, names }));
}

/** Both branches see the whole input. */
function downUnit(net: GraphBuilder, input: Tensor, unit: ShuffleUnit): Tensor {
  const { row, config } = unit;
  const { id, kernel, stride, activation, outChannels } = row;
  const style = styleOf(config, SHUFFLE_PARTS);
  const thin = net.unit('shortcut_depthwise', () =>
    depthwise(net, input, { name: `${id}._conv_dw_1`, kernel, stride, ...style }),
  );
  const first = net.unit('shortcut_pointwise', () =>
    convBnAct(net, thin, {
      name: `${id}._conv_linear_1`,
      outChannels: outChannels / 2,
      activation,
      ...style,
    }),
  );
  const names = { pointwise: '_conv_pw_2', depthwise: '_conv_dw_2', linear: '_conv_linear_2' };
  return joined(net, id, first, branch(net, input, { ...unit, names }));
}

export const shuffleUnit = (net: GraphBuilder, input: Tensor, unit: ShuffleUnit): Tensor =>
  unit.row.first ? downUnit(net, input, unit) : basicUnit(net, input, unit);
