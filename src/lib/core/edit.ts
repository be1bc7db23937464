// Edits of a network: from one configuration to the next, blocks added and removed without touching the others.
import {
  PER_BLOCK,
  type Activation,
  type KernelSize,
  type NetConfig,
  type PerBlock,
} from './config/netConfig.ts';
import { MAX_BLOCKS } from './config/settings.ts';

const replaceAt = <T>(list: readonly T[], index: number, value: T): readonly T[] =>
  list.map((item, i) => (i === index ? value : item));

/** `block` counts from 1, as people do. */
export const withKernel = (config: NetConfig, block: number, kernel: KernelSize): NetConfig => ({
  ...config,
  kernels: replaceAt(config.kernels, block - 1, kernel),
});

export const withExpansion = (config: NetConfig, block: number, expansion: number): NetConfig => ({
  ...config,
  expansions: replaceAt(config.expansions, block - 1, expansion),
});

export const withActivation = (config: NetConfig, block: number, activation: Activation): NetConfig => ({
  ...config,
  activations: replaceAt(config.activations, block - 1, activation),
});

export const withSe = (config: NetConfig, block: number, on: boolean): NetConfig => ({
  ...config,
  se: replaceAt(config.se, block - 1, on),
});

const MAX_DEPTH = 16;

const sum = (list: readonly number[]): number => list.reduce((total, item) => total + item, 0);

export const canAddBlock = ({ depths }: NetConfig, stage: number): boolean =>
  (depths[stage] ?? MAX_DEPTH) < MAX_DEPTH && sum(depths) < MAX_BLOCKS;

export const canRemoveBlock = ({ depths }: NetConfig, stage: number): boolean => (depths[stage] ?? 1) > 1;

/** Every list with one value per block under the same change; lists that the family lacks stay empty. */
const perBlock = (
  config: NetConfig,
  change: <T>(list: readonly T[]) => readonly T[],
): Pick<NetConfig, PerBlock> =>
  Object.fromEntries(PER_BLOCK.map((name) => [name, change<unknown>(config[name])])) as Pick<
    NetConfig,
    PerBlock
  >;

/** Adds a copy of the stage's last block behind it. `stage` counts the stages of the table from 0. */
export function withBlockAdded(config: NetConfig, stage: number): NetConfig {
  if (!canAddBlock(config, stage)) return config;
  const last = sum(config.depths.slice(0, stage + 1)) - 1;
  const doubled = <T>(list: readonly T[]): readonly T[] => [...list.slice(0, last + 1), ...list.slice(last)];
  return {
    ...config,
    depths: replaceAt(config.depths, stage, (config.depths[stage] ?? 0) + 1),
    ...perBlock(config, doubled),
  };
}

/** Removes the stage's last block; its first one stays, for it carries the stage's stride and width. */
export function withBlockRemoved(config: NetConfig, stage: number): NetConfig {
  if (!canRemoveBlock(config, stage)) return config;
  const last = sum(config.depths.slice(0, stage + 1)) - 1;
  const without = <T>(list: readonly T[]): readonly T[] => list.filter((_, i) => i !== last);
  return {
    ...config,
    depths: replaceAt(config.depths, stage, (config.depths[stage] ?? 0) - 1),
    ...perBlock(config, without),
  };
}
