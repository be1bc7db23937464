// What a network family is: its stage table turned into a graph, its settings, presets and published facts.
import type {
  Activation,
  FamilyId,
  KernelSize,
  NetConfig,
  Pair,
  PerBlock,
  SettingName,
} from '../config/netConfig.ts';
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
  /** Whether the block has a convolution of that kernel size. */
  readonly hasKernel: boolean;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly stride: Pair;
  /** Which entry of the stride list this block has; undefined where its stride is always 1. */
  readonly strideIndex: number | undefined;
  readonly se: boolean;
  /** As in the table: a factor, or channels at scale 1; 0 where blocks do not expand. */
  readonly expansion: number;
  readonly activation: Activation;
}

export interface Preset {
  readonly id: string;
  readonly change: Partial<NetConfig>;
}

/** The published figures of a network, and the network itself. */
export interface Family {
  readonly id: FamilyId;
  readonly label: string;
  /** Published widths, offered as presets. */
  readonly scales: readonly number[];
  /** The settings that this family has; the others keep their default. */
  readonly settings: readonly SettingName[];
  /** Names of the stages whose depth can be edited, in order. */
  readonly stages: readonly string[];
  readonly defaults: NetConfig;
  /** What has one value per block, for other numbers of blocks per stage: an added block is like the last one of its stage. */
  readonly blockDefaults: (depths: readonly number[]) => Pick<NetConfig, PerBlock>;
  readonly presets: readonly Preset[];
  readonly published: readonly PublishedNetwork[];
  readonly rows: (config: NetConfig) => readonly BlockRow[];
  readonly build: (config: NetConfig) => Graph;
}
