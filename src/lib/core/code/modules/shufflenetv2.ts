// ShuffleNetV2 as modules. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { widthAt } from '../../families/shuffleWidths.ts';
import { planOf } from '../plan.ts';
import { COLUMNS } from '../columns.ts';
import type { ConvStyle } from './convBnAct.ts';
import type { Dialect } from './dialect.ts';
import { convHead } from './head.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';
import { downUnit, shuffleUnit } from './shuffleUnits.ts';

const STYLE: ConvStyle = { parts: { conv: '_conv', norm: '_batch_norm' }, activation: 'unless linear' };

const body = ({ sameMaxPool }: Dialect, { padding, depths }: NetConfig): Layers => ({
  make: [
    '        for name, block in BLOCKS.items():',
    '            # stage_unit: the first unit of a stage changes width and resolution',
    depths.some((depth) => depth > 1)
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
  const plan = planOf(config, {
    layout: 'names',
    columns: [COLUMNS.channels, COLUMNS.kernel, COLUMNS.stride],
    about: 'one unit',
  });
  const name = 'ShuffleNetV2';
  const width = config.lastConv > 0 ? widthAt('last', config.lastConv, config.scale) : 0;
  return moduleFile({
    dialect,
    plan,
    style: STYLE,
    model: name,
    definitions: [
      config.depths.some((depth) => depth > 1) && shuffleUnit(dialect, plan),
      downUnit(dialect, plan),
      network(dialect, plan, {
        name,
        about: 'Stem with max-pooling, units, head.',
        stem: { name: '_conv1' },
        body: body(dialect, config),
        head: convHead({ conv: '_last_conv', width, classifier: '_fc' }),
      }),
    ],
  });
}
