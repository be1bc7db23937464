// What the convolutions of a family have in common, in every framework.

export interface ConvStyle {
  /** Names of convolution and batch norm in the official code. */
  readonly parts: { readonly conv: string; readonly norm: string };
  /** The same activation behind all, behind all but the linear ones, or one given for each. */
  readonly activation: 'same' | 'unless linear' | 'given';
}

const PLAIN = { conv: 'conv', norm: 'bn' };
const UNDERSCORED = { conv: '_conv', norm: '_batch_norm' };

export const STYLES = {
  pplcnet: { parts: PLAIN, activation: 'same' },
  mobilenetv1: { parts: UNDERSCORED, activation: 'same' },
  mobilenetv2: { parts: UNDERSCORED, activation: 'unless linear' },
  mobilenetv3: { parts: PLAIN, activation: 'given' },
  shufflenetv2: { parts: UNDERSCORED, activation: 'unless linear' },
  ghostnet: { parts: UNDERSCORED, activation: 'unless linear' },
} as const satisfies Record<string, ConvStyle>;
