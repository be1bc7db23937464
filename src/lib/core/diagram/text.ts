// Every word a diagram can show, passed in from outside.
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
