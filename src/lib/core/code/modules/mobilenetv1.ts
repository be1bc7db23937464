// MobileNetV1 as modules. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { STYLES } from '../convStyle.ts';
import { MOBILENETV1_NAMES, mobilenetv1Plan } from '../plans/mobilenetv1.ts';
import { depthwiseSeparable } from './depthwiseSeparable.ts';
import type { Dialect } from './dialect.ts';
import { shortHead } from './head.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';

const BODY: Layers = {
  make: [
    '        for name, block in BLOCKS.items():',
    '            setattr(self, name, DepthwiseSeparable(channels, block))',
    '            channels = block.out_channels',
  ],
  run: ['        for name in BLOCKS:', '            x = getattr(self, name)(x)'],
};

export function mobilenetv1Modules(dialect: Dialect, config: NetConfig): string {
  const plan = mobilenetv1Plan(config);
  const name = 'MobileNetV1';
  return moduleFile({
    dialect,
    plan,
    style: STYLES.mobilenetv1,
    model: name,
    definitions: [
      depthwiseSeparable(dialect, plan, MOBILENETV1_NAMES),
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
