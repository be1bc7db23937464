// GhostNet in Keras. Names are those of PaddleClas.
import type { NetConfig } from '../../config/netConfig.ts';
import { STYLES } from '../convStyle.ts';
import { ghostnetPlan } from '../plans/ghostnet.ts';
import { GHOST_MODULE, ghostBottleneck } from './ghostBottleneck.ts';
import { dropout, pooled, SHORT_HEAD } from './head.ts';
import { kerasFile } from './kerasFile.ts';
import { squeezeExcite } from './squeezeExcite.ts';

export function ghostnetKeras(config: NetConfig): string {
  const { plan, expanded, width, narrowest } = ghostnetPlan(config);
  const { lastConv } = config;
  return kerasFile({
    plan,
    style: STYLES.ghostnet,
    blocks: [
      GHOST_MODULE,
      squeezeExcite(plan, { narrowest, layers: 'linear' }),
      ghostBottleneck(plan, expanded),
    ],
    network: {
      about: 'stem, ghost bottlenecks, head',
      stem: { name: 'conv1' },
      body: [
        '    for index, block in enumerate(BLOCKS):',
        '        x = ghost_bottleneck(x, f"_ghostbottleneck_{index}", block)',
      ],
      head: [
        `    x = pointwise(x, "conv_last", ${width})`,
        ...(lastConv === 0
          ? SHORT_HEAD
          : pooled(`    x = pointwise(x, "fc_0", ${lastConv})`, ...dropout(config))),
      ],
      classifier: 'fc_1',
    },
  });
}
