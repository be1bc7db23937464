// What a network family is: its stage table turned into a graph, its settings, presets and published facts.
import type { FamilyId, KernelSize, NetConfig, Pair, SettingName } from '../config/netConfig.ts';
import type { Graph } from '../graph/ir.ts';
import type { PublishedNetwork } from '../facts/published.ts';

/** One block of the body as its stage table has it, after scaling. */
export interface BlockRow {
  /** 1 … n, as people count. */
  readonly number: number;
  readonly stage: string;
  readonly id: string;
  /** Only the first block of a stage carries the stage's stride and change of width. */
  readonly first: boolean;
  readonly kernel: KernelSize;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly stride: Pair;
  readonly se: boolean;
}

export interface Preset {
  readonly id: string;
  readonly change: Partial<NetConfig>;
}

export interface Family {
  readonly id: FamilyId;
  readonly label: string;
  /** Published widths, offered as presets. */
  readonly scales: readonly number[];
  readonly settings: readonly SettingName[];
  /** Names of the stages whose depth can be edited, in order. */
  readonly stages: readonly string[];
  readonly defaults: NetConfig;
  /** Kernel and SE of every block for other numbers of blocks per stage: an added block is like the last one of its stage. */
  readonly blockDefaults: (depths: readonly number[]) => Pick<NetConfig, 'kernels' | 'se'>;
  readonly presets: readonly Preset[];
  readonly published: readonly PublishedNetwork[];
  readonly rows: (config: NetConfig) => readonly BlockRow[];
  readonly build: (config: NetConfig) => Graph;
}
