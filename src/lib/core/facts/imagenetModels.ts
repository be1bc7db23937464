// Published figures of the other families, row by row, each with its source. Published numbers, never ours.
import type { FamilyId, NetConfig } from '../config/netConfig.ts';
import type { PublishedNetwork } from './published.ts';

type Row = readonly [
  name: string,
  scale: number,
  paramsM: number,
  flopsM: number,
  top1: number,
  top5: number,
  sd855: readonly [t1: number, t2: number, t4: number],
  xeon?: number | undefined,
  digitised?: number,
];

// ImageNet_models_en.md sec. 5 (PaddleClas @ d178931fc). Xeon: PP-LCNet_en.md sec. 1.3.1, second table. Digitised, where no table has the value: read off the
// figure PP-LCNet-Acc.png by pixel analysis, within 0.03 ms.
const ROWS: Readonly<Record<Exclude<FamilyId, 'pplcnet'>, readonly Row[]>> = {
  mobilenetv1: [
    ['MobileNetV1_x0_25', 0.25, 0.48, 43.56, 51.43, 75.46, [2.88, 1.82, 1.26]],
    ['MobileNetV1_x0_5', 0.5, 1.34, 154.57, 63.52, 84.73, [8.74, 5.26, 3.09]],
    ['MobileNetV1_x0_75', 0.75, 2.6, 333.0, 68.81, 88.23, [17.84, 10.61, 6.21]],
    ['MobileNetV1', 1, 4.25, 578.88, 70.99, 89.68, [30.24, 17.86, 10.3], 3.38],
    ['MobileNetV1_ssld', 1, 4.25, 578.88, 77.89, 93.94, [30.24, 17.86, 10.3]],
  ],
  mobilenetv2: [
    ['MobileNetV2_x0_25', 0.25, 1.53, 34.18, 53.21, 76.52, [3.46, 2.51, 2.03], 2.47],
    ['MobileNetV2_x0_5', 0.5, 1.98, 99.48, 65.03, 85.72, [7.69, 4.92, 3.57], 2.85],
    ['MobileNetV2_x0_75', 0.75, 2.65, 197.37, 69.83, 89.01, [13.69, 8.6, 5.82], undefined, 3.51],
    ['MobileNetV2', 1, 3.54, 327.84, 72.15, 90.65, [20.74, 12.71, 8.1], 4.26],
    ['MobileNetV2_x1_5', 1.5, 6.9, 702.35, 74.12, 91.67, [40.79, 24.49, 15.5], undefined, 6.02],
    ['MobileNetV2_x2_0', 2, 11.33, 1217.25, 75.23, 92.58, [67.5, 40.03, 25.55], undefined, 8.04],
    ['MobileNetV2_ssld', 1, 3.54, 327.84, 76.74, 93.39, [20.74, 12.71, 8.1]],
  ],
  'mobilenetv3-small': [
    ['MobileNetV3_small_x0_35', 0.35, 1.67, 14.56, 53.03, 76.37, [2.23, 1.66, 1.43], 3.02],
    ['MobileNetV3_small_x0_5', 0.5, 1.91, 22.6, 59.21, 81.52, [2.89, 2.04, 1.62], undefined, 3.26],
    ['MobileNetV3_small_x0_75', 0.75, 2.38, 46.02, 66.02, 86.33, [4.5, 2.96, 2.19], undefined, 3.37],
    ['MobileNetV3_small_x1_0', 1, 2.95, 63.67, 68.24, 88.06, [5.63, 3.65, 2.6], undefined, 3.51],
    ['MobileNetV3_small_x1_25', 1.25, 3.64, 100.07, 70.67, 89.51, [7.88, 4.91, 3.45], 3.95],
    ['MobileNetV3_small_x0_35_ssld', 0.35, 1.67, 14.56, 55.55, 77.71, [2.23, 1.66, 1.43]],
    ['MobileNetV3_small_x1_0_ssld', 1, 2.95, 63.67, 71.29, 90.1, [5.63, 3.65, 2.6]],
  ],
  'mobilenetv3-large': [
    ['MobileNetV3_large_x0_35', 0.35, 2.11, 40.9, 64.32, 85.46, [4.43, 3.11, 2.41], 3.68],
    ['MobileNetV3_large_x0_5', 0.5, 2.69, 71.83, 69.24, 88.52, [6.5, 4.22, 3.15], undefined, 3.81],
    ['MobileNetV3_large_x0_75', 0.75, 3.93, 151.7, 73.14, 91.08, [11.53, 7.06, 4.94], undefined, 4.56],
    ['MobileNetV3_large_x1_0', 1, 5.5, 229.66, 75.32, 92.31, [16.55, 10.09, 6.84], undefined, 5.34],
    ['MobileNetV3_large_x1_25', 1.25, 7.47, 362.7, 76.41, 92.95, [24.52, 14.76, 9.89], undefined, 6.26],
    ['MobileNetV3_large_x1_0_ssld', 1, 5.5, 229.66, 78.96, 94.48, [16.55, 10.09, 6.84]],
  ],
  shufflenetv2: [
    ['ShuffleNetV2_x0_25', 0.25, 0.61, 18.95, 49.9, 73.79, [1.94, 1.53, 1.43], undefined, 4.22],
    ['ShuffleNetV2_x0_33', 0.33, 0.65, 24.04, 53.73, 77.05, [2.23, 1.7, 1.79], 4.3],
    ['ShuffleNetV2_x0_5', 0.5, 1.37, 42.58, 60.32, 82.26, [3.67, 2.63, 2.06], 4.65],
    ['ShuffleNetV2', 1, 2.29, 148.86, 68.8, 88.45, [9.72, 5.97, 4.13], undefined, 5.94],
    ['ShuffleNetV2_x1_5', 1.5, 3.53, 301.35, 71.63, 90.15, [17.21, 10.56, 6.81]],
    ['ShuffleNetV2_x2_0', 2, 7.4, 571.7, 73.15, 91.2, [31.21, 18.98, 11.65]],
    ['ShuffleNetV2_swish', 1, 2.29, 148.86, 70.03, 89.17, [31.21, 9.06, 5.74]],
  ],
  ghostnet: [
    ['GhostNet_x0_5', 0.5, 2.6, 46.15, 66.88, 86.95, [5.28, 3.95, 3.29], undefined, 6.14],
    ['GhostNet_x1_0', 1, 5.21, 148.78, 74.02, 91.65, [12.89, 8.66, 6.72], undefined, 7.65],
    ['GhostNet_x1_3', 1.3, 7.38, 236.89, 75.79, 92.54, [19.16, 12.25, 9.4]],
    ['GhostNet_x1_3_ssld', 1.3, 7.38, 236.89, 79.38, 94.49, [19.16, 12.25, 9.4]],
  ],
};

/** Rows whose network differs from the family's in more than its scale. */
const CHANGES: Readonly<Record<string, Partial<NetConfig>>> = {
  ShuffleNetV2_swish: { activation: 'swish' },
  // the weights, and so the figures, are of 224 channels in stage 2; the code has had 244 since 2022-05-14
  ShuffleNetV2_x2_0: { widths: [24, 107, 232, 464] },
};

/** The published networks of a family; plain recipe first. */
export const publishedRows = (family: keyof typeof ROWS): readonly PublishedNetwork[] =>
  ROWS[family].map(([name, scale, paramsM, flopsM, top1, top5, [t1, t2, t4], xeon, digitised]) => ({
    name,
    change: { scale, ...CHANGES[name] },
    recipe: name.endsWith('_ssld') ? 'ssld' : 'plain',
    top1,
    top5,
    paramsM,
    flopsM,
    latencyMs: { ...(xeon !== undefined && { xeon6148: xeon }), sd855t1: t1, sd855t2: t2, sd855t4: t4 },
    ...(digitised !== undefined && { digitisedMs: digitised }),
    source: 'imagenetModels',
  }));
