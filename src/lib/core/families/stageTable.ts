// A stage table: from the rows of a paper to the settings they stand for, and back to one row per block.
import type { Activation, KernelSize, NetConfig, Pair, PerBlock } from '../config/netConfig.ts';
import type { BlockRow } from './family.ts';

/** A block as a table has it; what is left out the family's blocks do not have. */
export interface TableBlock {
  readonly kernel: KernelSize;
  readonly se?: boolean;
  readonly expansion?: number;
  readonly activation?: Activation;
}

export interface TableStage {
  readonly id: string;
  /** Output channels at scale 1. */
  readonly width: number;
  /** Of the first block. */
  readonly stride: 1 | 2;
  readonly blocks: readonly [TableBlock, ...TableBlock[]];
}

export interface StageTable {
  readonly stem: { readonly width: number; readonly stride: 1 | 2 };
  readonly stages: readonly TableStage[];
  /** The first stage, from 0, that has an entry in the list of strides; those before it never shrink. */
  readonly firstStrided: number;
}

/** Either every block has the value or none. */
const listOf = <T>(
  blocks: readonly TableBlock[],
  value: (block: TableBlock) => T | undefined,
): readonly T[] => blocks.flatMap((block) => value(block) ?? []);

/** Values of every block, for so many blocks per stage. */
export const blockDefaults =
  ({ stages }: StageTable) =>
  (depths: readonly number[]): Pick<NetConfig, PerBlock> => {
    const blocks = stages.flatMap((stage, s) =>
      Array.from(
        { length: depths[s] ?? 0 },
        (_, i) => stage.blocks[i] ?? stage.blocks.at(-1) ?? stage.blocks[0],
      ),
    );
    return {
      kernels: blocks.map(({ kernel }) => kernel),
      se: listOf(blocks, ({ se }) => se),
      expansions: listOf(blocks, ({ expansion }) => expansion),
      activations: listOf(blocks, ({ activation }) => activation),
    };
  };

type TableSettings = Pick<NetConfig, PerBlock | 'depths' | 'widths' | 'strides'>;

/** The settings that the table stands for. */
export function tableSettings(table: StageTable): TableSettings {
  const { stem, stages, firstStrided } = table;
  const depths = stages.map(({ blocks }) => blocks.length);
  return {
    depths,
    widths: [stem.width, ...stages.map(({ width }) => width)],
    strides: [stem, ...stages.slice(firstStrided)].map(({ stride }): Pair => [stride, stride]),
    ...blockDefaults(table)(depths),
  };
}

const UNIT_STRIDE: Pair = [1, 1];

interface Naming {
  /** Position of the stage, from 0. */
  readonly stage: number;
  /** Position in the stage, from 0. */
  readonly index: number;
  /** 1 … n over the whole body. */
  readonly number: number;
  readonly config: NetConfig;
}

interface Reading {
  readonly config: NetConfig;
  /** Channels of the stem (0) and of each stage (1 …), rounded as the family does. */
  readonly channels: (index: number) => number;
  /** Id of a block, as in the official code. */
  readonly idOf: (naming: Naming) => string;
}

/** One row per block of the body. */
export function tableRows(
  { stages, firstStrided }: StageTable,
  { config, channels, idOf }: Reading,
): readonly BlockRow[] {
  let number = 0;
  return stages.flatMap(({ id: stage }, s) =>
    Array.from({ length: config.depths[s] ?? 0 }, (_, index): BlockRow => {
      const first = index === 0;
      const strideIndex = first && s >= firstStrided ? 1 + s - firstStrided : undefined;
      number += 1;
      return {
        number,
        stage,
        id: idOf({ stage: s, index, number, config }),
        first,
        kernel: config.kernels[number - 1] ?? 3,
        hasKernel: true,
        inChannels: channels(first ? s : s + 1),
        outChannels: channels(s + 1),
        stride: strideIndex === undefined ? UNIT_STRIDE : (config.strides[strideIndex] ?? UNIT_STRIDE),
        strideIndex,
        se: config.se[number - 1] ?? false,
        expansion: config.expansions[number - 1] ?? 0,
        activation: config.activations[number - 1] ?? config.activation,
      };
    }),
  );
}
