// MobileNetV1 as modules. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { planOf } from '../plan.ts';
import { COLUMNS } from '../columns.ts';
import type { ConvStyle } from './convBnAct.ts';
import { depthwiseSeparable } from './depthwiseSeparable.ts';
import type { Dialect } from './dialect.ts';
import { shortHead } from './head.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';

const STYLE: ConvStyle = { parts: { conv: '_conv', norm: '_batch_norm' }, activation: 'same' };

const BODY: Layers = {
  make: [
    '        for name, block in BLOCKS.items():',
    '            setattr(self, name, DepthwiseSeparable(channels, block))',
    '            channels = block.out_channels',
  ],
  run: ['        for name in BLOCKS:', '            x = getattr(self, name)(x)'],
};

export function mobilenetv1Modules(dialect: Dialect, config: NetConfig): string {
  const plan = planOf(config, {
    layout: 'names',
    columns: [COLUMNS.channels, COLUMNS.kernel, COLUMNS.stride],
    about: 'one depthwise-separable block',
  });
  const name = 'MobileNetV1';
  return moduleFile({
    dialect,
    plan,
    style: STYLE,
    model: name,
    definitions: [
      depthwiseSeparable(dialect, plan, { depthwise: '_depthwise_conv', pointwise: '_pointwise_conv' }),
      network(dialect, plan, {
        name,
        about: 'Stem, depthwise-separable blocks, classifier.',
        stem: { name: 'conv1' },
        body: BODY,
        head: shortHead('out'),
      }),
    ],
  });
}
