// MobileNetV3, small and large, in Keras. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import type { Column } from '../columns.ts';
import { STYLES } from '../convStyle.ts';
import { MOBILENETV3_NAMES, mobilenetv3Plan } from '../plans/mobilenetv3.ts';
import { statement } from './definition.ts';
import { wideHead } from './head.ts';
import { invertedResidual } from './invertedResidual.ts';
import { kerasFile } from './kerasFile.ts';
import { activationName } from './layers.ts';
import { squeezeExcite } from './squeezeExcite.ts';

export function mobilenetv3Keras(config: NetConfig): string {
  const usual = activationName(config.activation);
  const act: Column = {
    name: 'act',
    type: () => 'str',
    value: ({ activation }) => activationName(activation),
    usual,
  };
  const { plan, expanded, width, narrowest } = mobilenetv3Plan(config, act);
  return kerasFile({
    plan,
    style: STYLES.mobilenetv3,
    blocks: [
      squeezeExcite(plan, { narrowest }),
      invertedResidual(plan, {
        names: MOBILENETV3_NAMES,
        channels: expanded,
        activated: `act=${plan.table.cell(act)}`,
        linear: false,
        shortcutGiven: false,
      }),
    ],
    network: {
      about: 'stem, inverted residuals, head',
      stem: { name: 'conv', args: [`act=${usual}`] },
      body: [
        '    for index, block in enumerate(BLOCKS):',
        '        x = inverted_residual(x, f"blocks_{index}", block)',
      ],
      head: [
        statement({
          to: 'x',
          call: 'pointwise',
          args: ['x', '"last_second_conv"', String(width), `act=${usual}`],
        }),
        ...wideHead(config, 'hardswish'),
      ],
      classifier: 'fc',
    },
  });
}
