// GhostNet as modules. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { STYLES } from '../convStyle.ts';
import { ghostnetPlan } from '../plans/ghostnet.ts';
import type { Dialect } from './dialect.ts';
import { dropout, shortHead } from './head.ts';
import { ghostBottleneck, ghostModule } from './ghostBottleneck.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';
import { squeezeExcite } from './squeezeExcite.ts';

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
  const { plan, expanded, width, narrowest } = ghostnetPlan(config);
  const name = 'GhostNet';
  return moduleFile({
    dialect,
    plan,
    style: STYLES.ghostnet,
    model: name,
    definitions: [
      ghostModule(dialect),
      squeezeExcite(dialect, plan, { narrowest, layers: 'linear' }),
      ghostBottleneck(dialect, plan, expanded),
      network(dialect, plan, {
        name,
        about: 'Stem, ghost bottlenecks, head.',
        stem: { name: 'conv1' },
        body: BODY,
        head: head(dialect, config, width),
      }),
    ],
  });
}
