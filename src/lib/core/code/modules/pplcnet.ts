// PP-LCNet as modules.
import type { NetConfig } from '../../config/netConfig.ts';
import { narrowestExcited, PPLCNET_TABLE } from '../pplcnetTable.ts';
import { planOf } from '../plan.ts';
import { PLAIN } from './convBnAct.ts';
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
  const plan = planOf(config, PPLCNET_TABLE);
  const name = 'PPLCNet';
  return moduleFile({
    dialect,
    plan,
    style: PLAIN,
    model: name,
    definitions: [
      squeezeExcite(dialect, plan, { narrowest: narrowestExcited(plan) }),
      depthwiseSeparable(dialect, plan, { depthwise: 'dw_conv', pointwise: 'pw_conv' }),
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
