// PP-LCNet in Keras.
import type { NetConfig } from '../../config/netConfig.ts';
import { STYLES } from '../convStyle.ts';
import { PPLCNET_NAMES, pplcnetPlan } from '../plans/pplcnet.ts';
import { depthwiseSeparable } from './depthwiseSeparable.ts';
import { wideHead } from './head.ts';
import { kerasFile } from './kerasFile.ts';
import { squeezeExcite } from './squeezeExcite.ts';

export function pplcnetKeras(config: NetConfig): string {
  const { plan, narrowest } = pplcnetPlan(config);
  return kerasFile({
    plan,
    style: STYLES.pplcnet,
    blocks: [squeezeExcite(plan, { narrowest }), depthwiseSeparable(plan, PPLCNET_NAMES)],
    network: {
      about: 'stem, stages of depthwise-separable blocks, head',
      stem: { name: 'conv1' },
      body: [
        '    for stage, blocks in STAGES.items():',
        '        for index, block in enumerate(blocks):',
        '            x = depthwise_separable(x, f"{stage}_{index}", block)',
      ],
      head: wideHead(config, 'last_act'),
      classifier: 'fc',
    },
  });
}
