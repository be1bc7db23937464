// MobileNetV3, small and large, as modules. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { makeDivisible } from '../../graph/rounding.ts';
import type { BlockRow } from '../../families/family.ts';
import { planOf } from '../plan.ts';
import { COLUMNS, expandedColumn, type Column } from '../columns.ts';
import { PLAIN, type ConvStyle } from './convBnAct.ts';
import type { Dialect } from './dialect.ts';
import { wideHead } from './head.ts';
import { invertedResidual } from './invertedResidual.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';
import { squeezeExcite } from './squeezeExcite.ts';

const STYLE: ConvStyle = { ...PLAIN, activation: 'given' };

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
  const expanded = ({ expansion }: BlockRow): number => makeDivisible(expansion * config.scale);
  const wide = expandedColumn(expanded);
  const usual = dialect.activation[config.activation];
  const act: Column = {
    name: 'act',
    type: () => `type[${dialect.module}]`,
    value: ({ activation }) => dialect.activation[activation],
    usual,
  };
  const plan = planOf(config, {
    layout: 'list',
    columns: [COLUMNS.channels, wide, COLUMNS.kernel, COLUMNS.stride, COLUMNS.se, act],
    about: 'one inverted residual',
  });
  const { table, rows } = plan;
  const last = rows.at(-1);
  const width = String(last ? expanded(last) : 0);
  const head = wideHead(dialect, { config, activationName: 'hardswish', channels: width });
  const name = config.family === 'mobilenetv3-small' ? 'MobileNetV3Small' : 'MobileNetV3Large';
  return moduleFile({
    dialect,
    plan,
    style: STYLE,
    model: name,
    definitions: [
      squeezeExcite(dialect, plan, { narrowest: Math.min(...rows.filter(({ se }) => se).map(expanded)) }),
      invertedResidual(dialect, plan, {
        names: {
          expand: 'expand_conv',
          depthwise: 'bottleneck_conv',
          se: 'mid_se',
          project: 'linear_conv',
        },
        channels: table.cell(wide),
        activated: `act=${table.cell(act)}`,
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
