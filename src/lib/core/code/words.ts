// Names of functions in the comments of generated code.
import type { Activation, Gate } from '../config/netConfig.ts';

export const ACTIVATION_WORDS = {
  hardswish: 'h-swish',
  relu: 'ReLU',
  relu6: 'ReLU6',
  leakyrelu: 'leaky ReLU',
  prelu: 'PReLU',
  elu: 'ELU',
  swish: 'SiLU',
} as const satisfies Record<Activation, string>;

export const GATE_WORDS = {
  relu6: 'hard sigmoid',
  keras2: 'hard sigmoid of slope 0.2',
  clip: 'clip to [0, 1]',
} as const satisfies Record<Gate, string>;
