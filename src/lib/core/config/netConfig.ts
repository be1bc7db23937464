// NetConfig: every setting that defines a network, for every family. A plain immutable value; settings.ts says what is allowed.

/** Height and width, in that order everywhere. */
export type Pair = readonly [height: number, width: number];

export const KERNEL_SIZES = [3, 5, 7] as const;
export type KernelSize = (typeof KERNEL_SIZES)[number];

export const ACTIVATIONS = ['hardswish', 'relu', 'relu6', 'leakyrelu', 'prelu', 'elu', 'swish'] as const;
/** Activations that can follow a convolution. Slopes: LeakyReLU 0.01, ELU α = 1, PReLU one trained slope per channel. */
export type Activation = (typeof ACTIVATIONS)[number];

export const PADDINGS = ['symmetric', 'same'] as const;
/** `symmetric`: (k−1)/2 on every side (Paddle, PyTorch). `same`: TensorFlow's rule, the odd pixel goes after. */
export type Padding = (typeof PADDINGS)[number];

export const DROPOUT_MODES = ['downscale', 'inverted'] as const;
/** `downscale`: Paddle's downscale_in_infer, × (1 − rate) at inference. `inverted`: identity at inference (PyTorch, Keras). */
export type DropoutMode = (typeof DROPOUT_MODES)[number];

export const GATES = ['relu6', 'keras2', 'clip'] as const;
/**
 * What closes the SE gate. `relu6`: relu6(x + 3) / 6 (PP-LCNet, PyTorch, Keras 3). `keras2`: clip(0.2 x + 0.5, 0, 1) (Keras 2,
 * Paddle's MobileNetV3). `clip`: clip(x, 0, 1) (Paddle's GhostNet).
 */
export type Gate = (typeof GATES)[number];

export const FAMILY_IDS = [
  'pplcnet',
  'mobilenetv1',
  'mobilenetv2',
  'mobilenetv3-small',
  'mobilenetv3-large',
  'shufflenetv2',
  'ghostnet',
] as const;
export type FamilyId = (typeof FAMILY_IDS)[number];

export const TASK_IDS = ['imagenet', 'fashion-mnist'] as const;
/** What the network is to tell apart: decides its input and its classes. `imagenet` is ImageNet-1k. */
export type TaskId = (typeof TASK_IDS)[number];

export interface NetConfig {
  readonly family: FamilyId;
  readonly task: TaskId;
  /** Width multiplier; channels are rounded as the family's code does. */
  readonly scale: number;
  /** Input size in pixels. */
  readonly resolution: Pair;
  readonly inputChannels: number;
  readonly classes: number;
  /** Blocks in each stage. */
  readonly depths: readonly number[];
  /** Output channels of the stem and of each stage at scale 1, before rounding. */
  readonly widths: readonly number[];
  /** Depthwise kernel of each block. Lists per block are empty where a family's blocks lack the setting. */
  readonly kernels: readonly KernelSize[];
  /** Whether each block has squeeze-and-excitation. */
  readonly se: readonly boolean[];
  /** Expansion of each block, as its family's table has it (a factor, or channels at scale 1); empty where blocks do not expand. */
  readonly expansions: readonly number[];
  /** Activation of each block; empty where all blocks have `activation`. */
  readonly activations: readonly Activation[];
  /** SE squeezes C channels to floor(C / seReduction), at least 1. */
  readonly seReduction: number;
  readonly gate: Gate;
  /** Stride of the stem and of the first block of every stage that may shrink. */
  readonly strides: readonly Pair[];
  readonly activation: Activation;
  /** Width of the widest 1×1 convolution of the head; 0 removes it with its activation and dropout, where the family allows that. */
  readonly lastConv: number;
  /** Whether PP-LCNet's last 1×1 convolution has a bias, as timm gives it one; the official code does not. */
  readonly lastConvBias: boolean;
  readonly dropout: number;
  readonly dropoutMode: DropoutMode;
  readonly padding: Padding;
  readonly bnEpsilon: number;
}

export type SettingName = keyof NetConfig;

/** Settings that have one value per block of the body, or none at all. */
export const PER_BLOCK = [
  'kernels',
  'se',
  'expansions',
  'activations',
] as const satisfies readonly SettingName[];
export type PerBlock = (typeof PER_BLOCK)[number];
