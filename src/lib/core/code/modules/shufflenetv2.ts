// ShuffleNetV2 as modules. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { STYLES } from '../convStyle.ts';
import { shufflenetv2Plan } from '../plans/shufflenetv2.ts';
import type { Dialect } from './dialect.ts';
import { convHead } from './head.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';
import { downUnit, shuffleUnit } from './shuffleUnits.ts';

interface Body {
  readonly config: NetConfig;
  readonly hasShuffleUnits: boolean;
}

const body = ({ sameMaxPool }: Dialect, { config: { padding }, hasShuffleUnits }: Body): Layers => ({
  make: [
    '        for name, block in BLOCKS.items():',
    '            # stage_unit: the first unit of a stage changes width and resolution',
    hasShuffleUnits
      ? '            unit = DownUnit if name.endswith("_1") else ShuffleUnit'
      : '            unit = DownUnit',
    '            setattr(self, name, unit(channels, block))',
    '            channels = block.out_channels',
  ],
  run: [
    padding === 'same' ? sameMaxPool : '        x = F.max_pool2d(x, 3, stride=2, padding=1)',
    '        for name in BLOCKS:',
    '            x = getattr(self, name)(x)',
  ],
});

export function shufflenetv2Modules(dialect: Dialect, config: NetConfig): string {
  const { plan, hasShuffleUnits, width } = shufflenetv2Plan(config);
  const name = 'ShuffleNetV2';
  return moduleFile({
    dialect,
    plan,
    style: STYLES.shufflenetv2,
    model: name,
    definitions: [
      hasShuffleUnits && shuffleUnit(dialect, plan),
      downUnit(dialect, plan),
      network(dialect, plan, {
        name,
        about: 'Stem with max-pooling, units, head.',
        stem: { name: '_conv1' },
        body: body(dialect, { config, hasShuffleUnits }),
        head: convHead({ conv: '_last_conv', width, classifier: '_fc' }),
      }),
    ],
  });
}
