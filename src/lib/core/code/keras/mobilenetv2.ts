// MobileNetV2 in Keras. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { COLUMNS } from '../columns.ts';
import { STYLES } from '../convStyle.ts';
import { MOBILENETV2_NAMES, mobilenetv2Plan } from '../plans/mobilenetv2.ts';
import { convHead } from './head.ts';
import { invertedResidual } from './invertedResidual.ts';
import { kerasFile } from './kerasFile.ts';

export function mobilenetv2Keras(config: NetConfig): string {
  const { plan, width } = mobilenetv2Plan(config);
  return kerasFile({
    plan,
    style: STYLES.mobilenetv2,
    blocks: [
      invertedResidual(plan, {
        names: MOBILENETV2_NAMES,
        channels: `x.shape[-1] * ${plan.table.cell(COLUMNS.expansion)}`,
        activated: false,
        linear: 'linear=True',
        shortcutGiven: true,
      }),
    ],
    network: {
      about: 'stem, stages of inverted residuals, head',
      stem: { name: 'conv1' },
      body: [
        '    for stage, blocks in STAGES.items():',
        '        for index, block in enumerate(blocks, start=1):',
        '            child = "_first_block" if index == 1 else f"{stage}_{index}"',
        '            x = inverted_residual(x, f"{stage}_{child}", block, shortcut=index > 1)',
      ],
      head: convHead('conv9', width),
      classifier: 'out',
    },
  });
}
