// PP-LCNet as modules.
import type { NetConfig } from '../../config/netConfig.ts';
import { STYLES } from '../convStyle.ts';
import { PPLCNET_NAMES, pplcnetPlan } from '../plans/pplcnet.ts';
import { depthwiseSeparable } from './depthwiseSeparable.ts';
import type { Dialect } from './dialect.ts';
import { wideHead } from './head.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';
import { squeezeExcite } from './squeezeExcite.ts';

const BODY: Layers = {
  make: [
    '        for name, blocks in STAGES.items():',
    '            stage = []',
    '            for block in blocks:',
    '                stage.append(DepthwiseSeparable(channels, block))',
    '                channels = block.out_channels',
    '            setattr(self, name, nn.Sequential(*stage))',
  ],
  run: ['        for name in STAGES:', '            x = getattr(self, name)(x)'],
};

export function pplcnetModules(dialect: Dialect, config: NetConfig): string {
  const { plan, narrowest } = pplcnetPlan(config);
  const name = 'PPLCNet';
  return moduleFile({
    dialect,
    plan,
    style: STYLES.pplcnet,
    model: name,
    definitions: [
      squeezeExcite(dialect, plan, { narrowest }),
      depthwiseSeparable(dialect, plan, PPLCNET_NAMES),
      network(dialect, plan, {
        name,
        about: 'Stem, stages of depthwise-separable blocks, head.',
        stem: { name: 'conv1' },
        body: BODY,
        head: wideHead(dialect, { config, activationName: 'last_act', channels: 'channels' }),
      }),
    ],
  });
}
