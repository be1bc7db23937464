// GhostNet as modules. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import type { BlockRow } from '../../families/family.ts';
import { makeDivisible } from '../../graph/rounding.ts';
import { planOf } from '../plan.ts';
import { COLUMNS, expandedColumn } from '../columns.ts';
import type { ConvStyle } from './convBnAct.ts';
import type { Dialect } from './dialect.ts';
import { dropout, shortHead } from './head.ts';
import { ghostBottleneck, ghostModule } from './ghostBottleneck.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';
import { squeezeExcite } from './squeezeExcite.ts';

const STYLE: ConvStyle = { parts: { conv: '_conv', norm: '_batch_norm' }, activation: 'unless linear' };

const BODY: Layers = {
  make: [
    '        for index, block in enumerate(BLOCKS):',
    '            setattr(self, f"_ghostbottleneck_{index}", GhostBottleneck(channels, block))',
    '            channels = block.out_channels',
  ],
  run: [
    '        for index in range(len(BLOCKS)):',
    '            x = getattr(self, f"_ghostbottleneck_{index}")(x)',
  ],
};

/** 1×1 convolution → BN → act → global average → [1×1 convolution → BN → act → dropout] → linear. */
function head(dialect: Dialect, config: NetConfig, width: number): Layers {
  const { lastConv } = config;
  const first = `        self.conv_last = ConvBNAct(channels, ${width})`;
  if (lastConv === 0) {
    const { make, run } = shortHead('fc_1', String(width));
    return { make: [first, ...make], run: ['        x = self.conv_last(x)', ...run] };
  }
  const { make, run } = dropout(dialect, config);
  return {
    make: [
      first,
      `        self.fc_0 = ConvBNAct(${width}, ${lastConv})`,
      ...make,
      `        self.fc_1 = nn.Linear(${lastConv}, classes)`,
    ],
    run: [
      '        x = self.conv_last(x)',
      '        x = self.fc_0(x.mean((2, 3), keepdim=True))',
      ...run,
      '        return self.fc_1(x.flatten(1))',
    ],
  };
}

export function ghostnetModules(dialect: Dialect, config: NetConfig): string {
  const channels = ({ expansion }: BlockRow): number => makeDivisible(expansion * config.scale, 4);
  const wide = expandedColumn(channels);
  const plan = planOf(config, {
    layout: 'list',
    columns: [COLUMNS.channels, wide, COLUMNS.kernel, COLUMNS.stride, COLUMNS.se],
    about: 'one ghost bottleneck',
  });
  const { rows } = plan;
  const last = rows.at(-1);
  const name = 'GhostNet';
  return moduleFile({
    dialect,
    plan,
    style: STYLE,
    model: name,
    definitions: [
      ghostModule(dialect),
      squeezeExcite(dialect, plan, {
        narrowest: Math.min(...rows.filter(({ se }) => se).map(channels)),
        layers: 'linear',
      }),
      ghostBottleneck(dialect, plan, wide),
      network(dialect, plan, {
        name,
        about: 'Stem, ghost bottlenecks, head.',
        stem: { name: 'conv1' },
        body: BODY,
        head: head(dialect, config, last ? channels(last) : 0),
      }),
    ],
  });
}
