// PP-LCNet as modules, in the dialect of PyTorch or Paddle.
import type { NetConfig } from '../../config/netConfig.ts';
import { docstring } from '../docstring.ts';
import { planOf, type Plan } from '../plan.ts';
import { float, lines, pythonFile, type Part } from '../python.ts';
import { convBnAct, ownConvolution } from './convBnAct.ts';
import { depthwiseSeparable } from './depthwiseSeparable.ts';
import type { Dialect } from './dialect.ts';
import { squeezeExcite } from './squeezeExcite.ts';

interface Head {
  readonly make: readonly Part[];
  readonly run: readonly Part[];
}

/** Global average → [1×1 convolution → activation → dropout] → linear. */
function head(dialect: Dialect, { lastConv, activation, dropout, dropoutMode }: NetConfig): Head {
  if (lastConv === 0)
    return {
      make: ['        self.fc = nn.Linear(channels, classes)'],
      run: ['        return self.fc(x.mean((2, 3)))'],
    };
  const { conv, noBias, downscale } = dialect;
  const downscales =
    dropoutMode === 'downscale'
      ? downscale
      : ({ make: (rate: string) => `nn.Dropout(${rate})`, factor: false } as const);
  const factor = downscales.factor;
  return {
    make: [
      `        self.last_conv = ${conv}(channels, ${lastConv}, 1, ${noBias})`,
      `        self.last_act = ${dialect.activation[activation](String(lastConv))}`,
      dropout > 0 && `        self.dropout = ${downscales.make(float(dropout))}`,
      `        self.fc = nn.Linear(${lastConv}, classes)`,
    ],
    run: [
      '        x = x.mean((2, 3), keepdim=True)',
      '        x = self.last_act(self.last_conv(x))',
      ...(dropout === 0
        ? []
        : [
            factor !== false &&
              "        # Paddle's downscale_in_infer: only masked in training, times 1 - p afterwards.",
            `        x = self.dropout(x)${factor === false ? '' : factor}`,
          ]),
      '        return self.fc(x.flatten(1))',
    ],
  };
}

function network(dialect: Dialect, { config, stem }: Plan): string {
  const { make, run } = head(dialect, config);
  const stride = stem.stride === '1' ? '' : `, stride=${stem.stride}`;
  return lines(
    `class PPLCNet(${dialect.module}):`,
    '    """Stem, stages of depthwise-separable blocks, head."""',
    '',
    `    def __init__(self, classes: int = ${config.classes}) -> None:`,
    '        super().__init__()',
    `        channels = ${stem.channels}`,
    `        self.conv1 = ConvBNAct(${config.inputChannels}, channels, kernel_size=3${stride})`,
    '        for name, blocks in STAGES.items():',
    '            stage = []',
    '            for block in blocks:',
    '                stage.append(DepthwiseSeparable(channels, block))',
    '                channels = block.out_channels',
    '            setattr(self, name, nn.Sequential(*stage))',
    ...make,
    '',
    '    def forward(self, x: Tensor) -> Tensor:',
    '        x = self.conv1(x)',
    '        for name in STAGES:',
    '            x = getattr(self, name)(x)',
    ...run,
  );
}

const main = ({ parameterCount }: Dialect): string =>
  lines(
    'if __name__ == "__main__":',
    '    model = PPLCNet()',
    `    count = ${parameterCount}`,
    '    print(f"{count:,} trainable parameters")',
  );

export function pplcnetModules(dialect: Dialect, config: NetConfig): string {
  const plan = planOf(config);
  const use = [
    'model = PPLCNet()',
    'load_weights(model, "weights.safetensors")',
    'model.eval()',
    `scores = model(images)  # images: [N, ${[config.inputChannels, ...config.resolution].join(', ')}]`,
  ];
  return pythonFile(
    lines(
      docstring({ config, label: dialect.label, use }),
      '',
      'from typing import NamedTuple',
      '',
      ...dialect.imports.filter(
        (line) => !line.endsWith(' as F') || plan.hasSe || ownConvolution(dialect, plan) !== false,
      ),
    ),
    ...plan.table.python,
    ownConvolution(dialect, plan),
    convBnAct(dialect, plan),
    plan.hasSe && squeezeExcite(dialect, plan),
    depthwiseSeparable(dialect, plan),
    network(dialect, plan),
    dialect.loadWeights({ name: 'PPLCNet', hasSlopes: config.activation === 'prelu' }),
    main(dialect),
  );
}
