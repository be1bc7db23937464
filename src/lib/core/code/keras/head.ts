// Heads of networks: global average and a wide layer where there is one. The classifier follows.
import type { NetConfig } from '../../config/netConfig.ts';
import { float, type Part } from '../python.ts';
import { statement } from './definition.ts';
import { activationLayer } from './layers.ts';

/** Dropout as the network has it; nothing at a rate of 0. */
export function dropout({ dropout: rate, dropoutMode }: NetConfig): readonly Part[] {
  if (rate === 0) return [];
  const downscales = dropoutMode === 'downscale';
  const written = float(rate);
  return [
    downscales && "    # Paddle's downscale_in_infer: only masked in training, times 1 - rate afterwards.",
    `    x = layers.Dropout(${written})(x)${downscales ? ` * (1 - ${written})` : ''}`,
  ];
}

/** Global average. */
export const SHORT_HEAD: readonly Part[] = ['    x = layers.GlobalAveragePooling2D()(x)'];

/** A layer between global average and classifier. */
export const pooled = (...layer: readonly Part[]): readonly Part[] => [
  '    x = layers.GlobalAveragePooling2D(keepdims=True)(x)',
  ...layer,
  '    x = layers.Flatten()(x)',
];

/** Global average → [1×1 convolution → activation → dropout]. `activationName`: in the official code. */
export function wideHead(config: NetConfig, activationName: string): readonly Part[] {
  const { lastConv, lastConvBias, activation } = config;
  if (lastConv === 0) return SHORT_HEAD;
  return pooled(
    statement({
      to: 'x',
      call: 'layers.Conv2D',
      args: [String(lastConv), 'kernel_size=1', !lastConvBias && 'use_bias=False', 'name="last_conv"'],
      on: 'x',
    }),
    activationLayer({ activation, name: `"${activationName}"`, lead: 'x =' }),
    ...dropout(config),
  );
}

/** [1×1 convolution → BN → activation] → global average. `width`: 0 where there is no such convolution. */
export const convHead = (name: string, width: number): readonly Part[] => [
  width > 0 && `    x = pointwise(x, "${name}", ${width})`,
  ...SHORT_HEAD,
];
