// Every word a diagram can show, passed in from outside; English for the command line and for tests.
import type { LayerKind } from '../graph/kind.ts';

export interface DiagramText {
  readonly kinds: Readonly<Record<LayerKind, string>>;
  readonly block: (number: number) => string;
  /** Under the strip: what height and thickness mean. */
  readonly stripCaption: string;
  /** The same where the input is not square. */
  readonly stripCaptionOblong: string;
  /** Beside the key of the strip that shows how thick so many are. */
  readonly channels: string;
  readonly metrics: Readonly<Record<ColourMetric, string>>;
  readonly totals: (totals: {
    readonly params: string;
    readonly macs: string;
    readonly flops: string;
    readonly size: string;
  }) => string;
}

export const COLOUR_METRICS = [
  'macs',
  'params',
  'activationBytes',
  'peakActivationBytes',
  'receptiveField',
  'arithmeticIntensity',
  'latency',
] as const;
export type ColourMetric = (typeof COLOUR_METRICS)[number];
export type ColourBy = 'kind' | ColourMetric;

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
