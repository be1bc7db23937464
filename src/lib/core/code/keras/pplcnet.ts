// PP-LCNet in Keras: functions from tensors to tensors, channels last.
import type { NetConfig } from '../../config/netConfig.ts';
import { docstring } from '../docstring.ts';
import { FRAMEWORK_LABELS } from '../frameworks.ts';
import { planOf, type Plan } from '../plan.ts';
import { PPLCNET_TABLE } from '../pplcnetTable.ts';
import { float, lines, pythonFile, type Part } from '../python.ts';
import { depthwiseSeparable, normAct, padsApart, squeezeExcite } from './blocks.ts';
import { activationLayer } from './layers.ts';
import { loadWeights, tensorNames } from './loadWeights.ts';

function stem(plan: Plan): readonly Part[] {
  const { channels, stride } = plan.stem;
  const apart = padsApart(plan) && stride !== '1';
  return [
    apart && '    x = layers.ZeroPadding2D(1)(x)',
    '    x = layers.Conv2D(',
    `        ${channels},`,
    '        kernel_size=3,',
    stride !== '1' && `        strides=${stride},`,
    `        padding="${apart ? 'valid' : 'same'}",`,
    '        use_bias=False,',
    '        name="conv1_conv",',
    '    )(x)',
    '    x = bn_act(x, "conv1")',
  ];
}

const dropOut = ({ dropout, dropoutMode }: NetConfig): readonly Part[] => {
  if (dropout === 0) return [];
  const downscales = dropoutMode === 'downscale';
  const rate = float(dropout);
  return [
    downscales && "    # Paddle's downscale_in_infer: only masked in training, times 1 - rate afterwards.",
    `    x = layers.Dropout(${rate})(x)${downscales ? ` * (1 - ${rate})` : ''}`,
  ];
};

function head({ config }: Plan): readonly Part[] {
  const { lastConv, lastConvBias, activation } = config;
  if (lastConv === 0) return ['    x = layers.GlobalAveragePooling2D()(x)'];
  return [
    '    x = layers.GlobalAveragePooling2D(keepdims=True)(x)',
    '    x = layers.Conv2D(',
    `        ${lastConv},`,
    '        kernel_size=1,',
    !lastConvBias && '        use_bias=False,',
    '        name="last_conv",',
    '    )(x)',
    activationLayer({ activation, name: '"last_act"', lead: 'x =' }),
    ...dropOut(config),
    '    x = layers.Flatten()(x)',
  ];
}

const network = (plan: Plan): string =>
  lines(
    `def pplcnet(classes: int = ${plan.config.classes}) -> keras.Model:`,
    '    """Build stem, stages of depthwise-separable blocks, head."""',
    `    inputs = x = keras.Input((${[...plan.config.resolution, plan.config.inputChannels].join(', ')}))`,
    ...stem(plan),
    '    for stage, blocks in STAGES.items():',
    '        for index, block in enumerate(blocks):',
    '            x = depthwise_separable(x, block, f"{stage}_{index}")',
    ...head(plan),
    '    scores = layers.Dense(classes, name="fc")(x)',
    '    return keras.Model(inputs, scores, name="pplcnet")',
  );

const MAIN = lines(
  'if __name__ == "__main__":',
  '    model = pplcnet()',
  '    count = sum(math.prod(v.shape) for v in model.trainable_variables)',
  '    print(f"{count:,} trainable parameters")',
);

export function pplcnetKeras(config: NetConfig): string {
  const plan = planOf(config, PPLCNET_TABLE);
  const use = [
    'model = pplcnet()',
    'load_weights(model, "weights.safetensors")',
    `scores = model(images)  # images: [N, ${[...config.resolution, config.inputChannels].join(', ')}]`,
  ];
  return pythonFile(
    lines(
      docstring({ config, label: FRAMEWORK_LABELS.keras, use }),
      '',
      'import math',
      'from typing import NamedTuple',
      '',
      'import keras',
      'from keras import KerasTensor, layers',
      'from safetensors.numpy import load_file',
    ),
    ...plan.table.python,
    normAct(plan),
    plan.hasSe && squeezeExcite(plan),
    depthwiseSeparable(plan),
    network(plan),
    tensorNames(plan),
    loadWeights(plan),
    MAIN,
  );
}
