// Heads of networks: global average, a wide layer where there is one, the classifier.
import type { NetConfig } from '../../config/netConfig.ts';
import { float, type Part } from '../python.ts';
import { activationCall, type Dialect } from './dialect.ts';
import type { Layers } from './network.ts';

/** Dropout as the network has it; nothing at a rate of 0. */
export function dropout({ downscale }: Dialect, { dropout: rate, dropoutMode }: NetConfig): Layers {
  if (rate === 0) return { make: [], run: [] };
  const downscales = dropoutMode === 'downscale';
  const factor: Part = downscales && downscale.factor;
  const made = downscales ? downscale.make(float(rate)) : `nn.Dropout(${float(rate)})`;
  return {
    make: [`        self.dropout = ${made}`],
    run: [
      factor !== false &&
        "        # Paddle's downscale_in_infer: only masked in training, times 1 - p afterwards.",
      `        x = self.dropout(x)${factor === false ? '' : factor}`,
    ],
  };
}

/** Global average → linear. */
export const shortHead = (classifier: string, channels = 'channels'): Layers => ({
  make: [`        self.${classifier} = nn.Linear(${channels}, classes)`],
  run: [`        return self.${classifier}(x.mean((2, 3)))`],
});

interface WideHead {
  readonly config: NetConfig;
  /** Name of the activation in the official code. */
  readonly activationName: string;
  /** Channels of the input, as a Python expression. */
  readonly channels: string;
}

/** Global average → [1×1 convolution → activation → dropout] → linear. */
export function wideHead(dialect: Dialect, { config, activationName, channels }: WideHead): Layers {
  const { lastConv, lastConvBias, activation } = config;
  if (lastConv === 0) return shortHead('fc', channels);
  const { make, run } = dropout(dialect, config);
  const bias = lastConvBias ? '' : `, ${dialect.noBias}`;
  return {
    make: [
      `        self.last_conv = ${dialect.conv}(${channels}, ${lastConv}, 1${bias})`,
      `        self.${activationName} = ${activationCall(dialect, activation, String(lastConv))}`,
      ...make,
      `        self.fc = nn.Linear(${lastConv}, classes)`,
    ],
    run: [
      '        x = x.mean((2, 3), keepdim=True)',
      `        x = self.${activationName}(self.last_conv(x))`,
      ...run,
      '        return self.fc(x.flatten(1))',
    ],
  };
}

interface ConvHead {
  /** Names in the official code. */
  readonly conv: string;
  readonly classifier: string;
  /** 0 where there is no such convolution. */
  readonly width: number;
}

/** [1×1 convolution → BN → activation] → global average → linear. */
export function convHead({ conv, classifier, width }: ConvHead): Layers {
  if (width === 0) return shortHead(classifier);
  const { make, run } = shortHead(classifier, String(width));
  return {
    make: [`        self.${conv} = ConvBNAct(channels, ${width})`, ...make],
    run: [`        x = self.${conv}(x)`, ...run],
  };
}
