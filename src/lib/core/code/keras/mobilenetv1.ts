// MobileNetV1 in Keras. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { STYLES } from '../convStyle.ts';
import { MOBILENETV1_NAMES, mobilenetv1Plan } from '../plans/mobilenetv1.ts';
import { depthwiseSeparable } from './depthwiseSeparable.ts';
import { SHORT_HEAD } from './head.ts';
import { kerasFile } from './kerasFile.ts';

export function mobilenetv1Keras(config: NetConfig): string {
  const plan = mobilenetv1Plan(config);
  return kerasFile({
    plan,
    style: STYLES.mobilenetv1,
    blocks: [depthwiseSeparable(plan, MOBILENETV1_NAMES)],
    network: {
      about: 'stem, depthwise-separable blocks, classifier',
      stem: { name: 'conv1' },
      body: ['    for name, block in BLOCKS.items():', '        x = depthwise_separable(x, name, block)'],
      head: SHORT_HEAD,
      classifier: 'out',
    },
  });
}
