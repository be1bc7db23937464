// ShuffleNetV2 in Keras. Names are those of PaddleClas.
import type { NetConfig, Padding } from '../../config/netConfig.ts';
import { STYLES } from '../convStyle.ts';
import { shufflenetv2Plan } from '../plans/shufflenetv2.ts';
import type { Part } from '../python.ts';
import { convHead } from './head.ts';
import { kerasFile } from './kerasFile.ts';
import { downUnit, SHUFFLE, shuffleUnit } from './shuffleUnits.ts';

const MAX_POOL: { readonly [P in Padding]: readonly Part[] } = {
  same: ['    x = layers.MaxPooling2D(3, strides=2, padding="same")(x)'],
  symmetric: [
    '    # As in Paddle and PyTorch; zeros would be more than negative activations.',
    '    x = keras.ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), constant_values=-math.inf)',
    '    x = layers.MaxPooling2D(3, strides=2)(x)',
  ],
};

export function shufflenetv2Keras(config: NetConfig): string {
  const { plan, hasShuffleUnits, width } = shufflenetv2Plan(config);
  return kerasFile({
    plan,
    style: STYLES.shufflenetv2,
    blocks: [SHUFFLE, hasShuffleUnits && shuffleUnit(plan), downUnit(plan)],
    network: {
      about: 'stem with max-pooling, units, head',
      stem: { name: '_conv1' },
      body: [
        ...MAX_POOL[config.padding],
        '    for name, block in BLOCKS.items():',
        ...(hasShuffleUnits
          ? [
              '        # stage_unit: the first unit of a stage changes width and resolution',
              '        unit = down_unit if name.endswith("_1") else shuffle_unit',
              '        x = unit(x, name, block)',
            ]
          : ['        x = down_unit(x, name, block)']),
      ],
      head: convHead('_last_conv', width),
      classifier: '_fc',
    },
  });
}
