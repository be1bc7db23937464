// Accuracies of timm: the same families trained by other recipes, in timm's own builds of them, at 224×224.
import type { FamilyId } from '../config/netConfig.ts';

export interface TimmNetwork {
  readonly family: FamilyId;
  /** Model and recipe, as timm names them. */
  readonly name: string;
  readonly top1: number;
  readonly top5: number;
  /** As printed, in millions, and in thousand millions. */
  readonly paramsM: number;
  readonly gmacs: number;
}

type Row = readonly [
  family: FamilyId,
  name: string,
  top1: number,
  top5: number,
  paramsM: number,
  gmacs: number,
];

// timm results-imagenet.csv and benchmark csvs @ aa4b5850c.
const ROWS: readonly Row[] = [
  ['pplcnet', 'lcnet_050.ra2_in1k', 63.138, 84.402, 1.88, 0.05],
  ['pplcnet', 'lcnet_075.ra2_in1k', 68.786, 88.384, 2.36, 0.1],
  ['pplcnet', 'lcnet_100.ra2_in1k', 72.13, 90.376, 2.95, 0.16],
  ['mobilenetv1', 'mobilenetv1_100.ra4_e3600_r224_in1k', 75.388, 92.31, 4.23, 0.58],
  ['mobilenetv2', 'mobilenetv2_050.lamb_in1k', 65.928, 86.114, 1.97, 0.1],
  ['mobilenetv2', 'mobilenetv2_100.ra_in1k', 72.91, 91.0, 3.5, 0.31],
  ['mobilenetv2', 'mobilenetv2_140.ra_in1k', 76.528, 93.008, 6.11, 0.6],
  ['mobilenetv3-small', 'mobilenetv3_small_050.lamb_in1k', 57.918, 80.144, 1.59, 0.03],
  ['mobilenetv3-small', 'mobilenetv3_small_075.lamb_in1k', 65.284, 85.462, 2.04, 0.05],
  ['mobilenetv3-small', 'mobilenetv3_small_100.lamb_in1k', 67.636, 87.638, 2.54, 0.06],
  ['mobilenetv3-large', 'tf_mobilenetv3_large_075.in1k', 73.442, 91.332, 3.99, 0.16],
  ['mobilenetv3-large', 'mobilenetv3_large_100.ra_in1k', 75.784, 92.528, 5.48, 0.23],
  ['ghostnet', 'ghostnet_100.in1k', 73.958, 91.542, 5.18, 0.15],
];

export const TIMM: readonly TimmNetwork[] = ROWS.map(([family, name, top1, top5, paramsM, gmacs]) => ({
  family,
  name,
  top1,
  top5,
  paramsM,
  gmacs,
}));
