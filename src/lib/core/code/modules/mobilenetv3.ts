// MobileNetV3, small and large, as modules. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import type { Column } from '../columns.ts';
import { STYLES } from '../convStyle.ts';
import { MOBILENETV3_NAMES, mobilenetv3Plan } from '../plans/mobilenetv3.ts';
import type { Dialect } from './dialect.ts';
import { wideHead } from './head.ts';
import { invertedResidual } from './invertedResidual.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';
import { squeezeExcite } from './squeezeExcite.ts';

const BODY: Layers = {
  make: [
    '        blocks = []',
    '        for block in BLOCKS:',
    '            blocks.append(InvertedResidual(channels, block))',
    '            channels = block.out_channels',
    '        self.blocks = nn.Sequential(*blocks)',
  ],
  run: ['        x = self.blocks(x)'],
};

export function mobilenetv3Modules(dialect: Dialect, config: NetConfig): string {
  const usual = dialect.activation[config.activation];
  const act: Column = {
    name: 'act',
    type: () => `type[${dialect.module}]`,
    value: ({ activation }) => dialect.activation[activation],
    usual,
  };
  const { plan, expanded, width, narrowest } = mobilenetv3Plan(config, act);
  const head = wideHead(dialect, { config, activationName: 'hardswish', channels: String(width) });
  const name = config.family === 'mobilenetv3-small' ? 'MobileNetV3Small' : 'MobileNetV3Large';
  return moduleFile({
    dialect,
    plan,
    style: STYLES.mobilenetv3,
    model: name,
    definitions: [
      squeezeExcite(dialect, plan, { narrowest }),
      invertedResidual(dialect, plan, {
        names: MOBILENETV3_NAMES,
        channels: expanded,
        activated: `act=${plan.table.cell(act)}`,
        linear: false,
        shortcutGiven: false,
      }),
      network(dialect, plan, {
        name,
        about: 'Stem, inverted residuals, head.',
        stem: { name: 'conv', args: [`act=${usual}`] },
        body: BODY,
        head: {
          make: [`        self.last_second_conv = ConvBNAct(channels, ${width}, act=${usual})`, ...head.make],
          run: ['        x = self.last_second_conv(x)', ...head.run],
        },
      }),
    ],
  });
}
