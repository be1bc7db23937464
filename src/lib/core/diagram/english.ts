// The words of a diagram in English: for the command line, for tests, and for files whose fonts have Latin letters only.
import type { DiagramText } from './text.ts';

export const ENGLISH: DiagramText = {
  kinds: {
    input: 'input',
    conv: 'conv',
    depthwise: 'depthwise',
    pointwise: 'pointwise',
    norm: 'batch norm',
    activation: 'activation',
    se: 'SE',
    pool: 'pooling',
    linear: 'linear',
    other: 'other',
  },
  block: (number) => `Block ${number}`,
  stripCaption: 'to scale: height is resolution, thickness is √channels',
  stripCaptionOblong: 'to scale: above the axis height, below it width, thickness is √channels',
  channels: 'channels',
  metrics: {
    macs: 'MACs',
    params: 'Parameters',
    activationBytes: 'Activation bytes',
    peakActivationBytes: 'Live activation bytes',
    receptiveField: 'Receptive field',
    arithmeticIntensity: 'FLOPs per byte',
    latency: 'measured ms',
  },
  totals: ({ params, macs, flops, size }) =>
    `${params} parameters · ${macs} MACs · ${flops} FLOPs (paddle.flops) · input ${size}`,
};
