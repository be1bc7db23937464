// MobileNetV2 as modules. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { COLUMNS } from '../columns.ts';
import { STYLES } from '../convStyle.ts';
import { MOBILENETV2_NAMES, mobilenetv2Plan } from '../plans/mobilenetv2.ts';
import type { Dialect } from './dialect.ts';
import { convHead } from './head.ts';
import { invertedResidual } from './invertedResidual.ts';
import { moduleFile } from './moduleFile.ts';
import { network, type Layers } from './network.ts';

const body = ({ addModule }: Dialect): Layers => ({
  make: [
    '        for name, blocks in STAGES.items():',
    '            stage = nn.Sequential()',
    '            for index, block in enumerate(blocks, start=1):',
    '                child = "_first_block" if index == 1 else f"{name}_{index}"',
    '                layer = InvertedResidual(channels, block, shortcut=index > 1)',
    `                stage.${addModule}(child, layer)`,
    '                channels = block.out_channels',
    '            setattr(self, name, stage)',
  ],
  run: ['        for name in STAGES:', '            x = getattr(self, name)(x)'],
});

export function mobilenetv2Modules(dialect: Dialect, config: NetConfig): string {
  const { plan, width } = mobilenetv2Plan(config);
  const name = 'MobileNetV2';
  return moduleFile({
    dialect,
    plan,
    style: STYLES.mobilenetv2,
    model: name,
    definitions: [
      invertedResidual(dialect, plan, {
        names: MOBILENETV2_NAMES,
        channels: `in_channels * ${plan.table.cell(COLUMNS.expansion)}`,
        activated: false,
        linear: 'linear=True',
        shortcutGiven: true,
      }),
      network(dialect, plan, {
        name,
        about: 'Stem, stages of inverted residuals, head.',
        stem: { name: 'conv1' },
        body: body(dialect),
        head: convHead({ conv: 'conv9', width, classifier: 'out' }),
      }),
    ],
  });
}
