// The frameworks that a network can be written in.

export const FRAMEWORKS = ['pytorch', 'paddle', 'keras'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

export const FRAMEWORK_LABELS = {
  pytorch: 'PyTorch',
  paddle: 'Paddle',
  keras: 'Keras',
} as const satisfies Record<Framework, string>;
