// What a published figure is: a number, where it stands, and under which protocol it was taken.
import type { NetConfig } from '../config/netConfig.ts';

export const SOURCES = {
  docsEn: 'PaddleClas docs/en/models/PP-LCNet_en.md @ d178931fc, sec. 1.3.1',
  docsZh: 'PaddleClas docs/zh_CN/models/ImageNet1k/PP-LCNet.md @ d178931fc',
  imagenetModels: 'PaddleClas docs/en/algorithm_introduction/ImageNet_models_en.md @ d178931fc',
} as const;
export type SourceId = keyof typeof SOURCES;

/** Latency protocols. Columns of different protocols must never be mixed in one series. */
export const PROTOCOLS = {
  xeon6148: {
    device: 'Intel Xeon Gold 6148',
    batch: 1,
    threads: 10,
    precision: 'FP32',
    runtime: 'MKLDNN',
    source: 'docsZh',
  },
  sd855t1: { device: 'Snapdragon 855', batch: 1, threads: 1, precision: 'FP32', source: 'imagenetModels' },
  sd855t2: { device: 'Snapdragon 855', batch: 1, threads: 2, precision: 'FP32', source: 'imagenetModels' },
  sd855t4: { device: 'Snapdragon 855', batch: 1, threads: 4, precision: 'FP32', source: 'imagenetModels' },
} as const;
export type ProtocolId = keyof typeof PROTOCOLS;

/** How the weights behind an accuracy were trained. SSLD is distillation: another recipe, never joined with the plain one. */
export type Recipe = 'plain' | 'ssld';

export interface PublishedNetwork {
  readonly name: string;
  /** The settings that differ from the family's defaults. */
  readonly change: Partial<NetConfig>;
  readonly recipe: Recipe;
  /** ImageNet-1k validation accuracy in percent. */
  readonly top1: number;
  readonly top5?: number;
  /** As printed, in millions; FLOPs are paddle.flops, parameters include BN statistics. */
  readonly paramsM?: number;
  readonly flopsM?: number;
  readonly latencyMs: { readonly [Protocol in ProtocolId]?: number };
  /** ms of the protocol `xeon6148`, read off the official figure where its tables have no value; within 0.03 ms. */
  readonly digitisedMs?: number;
  readonly source: SourceId;
  /** Present on rows of the paper's ablation study. */
  readonly ablation?: Ablation;
}

export interface Ablation {
  readonly study: 'technique' | 'se' | 'kernel';
  readonly variant: string;
  /** The row the paper settled on. */
  readonly chosen: boolean;
}
