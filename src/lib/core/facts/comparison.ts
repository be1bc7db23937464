// Networks of other families in the official comparison table,.
import type { SourceId } from './published.ts';

export interface Competitor {
  readonly family: string;
  readonly name: string;
  readonly top1: number;
  readonly top5: number;
  /** Millions, as printed; FLOPs are paddle.flops. */
  readonly paramsM: number;
  readonly flopsM: number;
  /** MACs in millions, counted from the published code. */
  readonly macsM: number;
  /** ms on the Xeon Gold 6148 protocol. */
  readonly xeonMs: number;
  readonly source: SourceId;
}

type Row = readonly [
  family: string,
  name: string,
  paramsM: number,
  flopsM: number,
  top1: number,
  top5: number,
  xeonMs: number,
  macsM: number,
];

// PP-LCNet_en.md sec. 1.3.1, second table; MACs counted from the code of PaddleClas @ d178931fc.
const ROWS: readonly Row[] = [
  ['MobileNetV2', 'MobileNetV2_x0_25', 1.5, 34, 53.21, 76.52, 2.47, 30.481],
  ['MobileNetV3-small', 'MobileNetV3_small_x0_35', 1.7, 15, 53.03, 76.37, 3.02, 13.162],
  ['ShuffleNetV2', 'ShuffleNetV2_x0_33', 0.6, 24, 53.73, 77.05, 4.3, 22.455],
  ['MobileNetV2', 'MobileNetV2_x0_5', 2.0, 99, 65.03, 85.72, 2.85, 92.271],
  ['MobileNetV3-large', 'MobileNetV3_large_x0_35', 2.1, 41, 64.32, 85.46, 3.68, 37.189],
  ['ShuffleNetV2', 'ShuffleNetV2_x0_5', 1.4, 43, 60.32, 82.26, 4.65, 40.476],
  ['MobileNetV1', 'MobileNetV1_x1_0', 4.3, 578, 70.99, 89.68, 3.38, 568.74],
  ['MobileNetV2', 'MobileNetV2_x1_0', 3.5, 327, 72.15, 90.65, 4.26, 313.619],
  ['MobileNetV3-small', 'MobileNetV3_small_x1_25', 3.6, 100, 70.67, 89.51, 3.95, 95.364],
];

export const COMPETITORS: readonly Competitor[] = ROWS.map(
  ([family, name, paramsM, flopsM, top1, top5, xeonMs, macsM]) => ({
    family,
    name,
    paramsM,
    flopsM,
    top1,
    top5,
    xeonMs,
    macsM,
    source: 'docsEn',
  }),
);
