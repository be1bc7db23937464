// The architecture of a PP-LCNet read off the official names and shapes of its tensors.
import type { KernelSize, NetConfig } from '../config/netConfig.ts';
import { pplcnet } from '../families/pplcnet.ts';
import { makeDivisible } from '../graph/rounding.ts';
import { tensorOf, type NamedTensors } from '../weights/tensors.ts';
import { InterchangeError } from './interchangeError.ts';

/** Blocks 0, 1, … that the stage has. */
function depthOf(tensors: NamedTensors, stage: string): number {
  let depth = 0;
  while (tensors.has(`${stage}.${depth}.dw_conv.conv.weight`)) depth += 1;
  return depth;
}

const SCALE_STEPS_PER_UNIT = 100;
const LARGEST_SCALE = 4;

/** The published scales first; then others from 0.1 to 4. */
const scales = (): readonly number[] => [
  ...pplcnet.scales,
  ...Array.from(
    { length: LARGEST_SCALE * SCALE_STEPS_PER_UNIT - 9 },
    (_, i) => (i + 10) / SCALE_STEPS_PER_UNIT,
  ),
];

/** The scale whose channels these are; else scale 1 with widths of their own. @param channels of the stem and of each stage */
function widthSettings(channels: readonly number[]): Pick<NetConfig, 'scale' | 'widths'> {
  const { widths } = pplcnet.defaults;
  const scale = scales().find((s) => widths.every((width, i) => makeDivisible(width * s) === channels[i]));
  if (scale !== undefined) return { scale, widths };
  if (channels.every((count) => makeDivisible(count) === count)) return { scale: 1, widths: channels };
  throw new InterchangeError(
    `stem and stages of ${channels.join(', ')} channels: multiples of 8, as PP-LCNet has them, expected`,
  );
}

/** Several reductions may squeeze a few channels alike: these are tried first, then all to the largest there may be. */
const USUAL_REDUCTIONS = [pplcnet.defaults.seReduction, 2, 8, 16];
const MAX_REDUCTION = 64;

/** The reduction that squeezes all these channels so. @param pairs channels, and what they are squeezed to */
function reductionOf(pairs: readonly (readonly [channels: number, squeezed: number])[]): number {
  const candidates = [...USUAL_REDUCTIONS, ...Array.from({ length: MAX_REDUCTION }, (_, i) => i + 1)];
  const fits = (reduction: number) =>
    pairs.every(([channels, squeezed]) => Math.max(1, Math.floor(channels / reduction)) === squeezed);
  const reduction = candidates.find(fits);
  if (reduction !== undefined) return reduction;
  const found = pairs.map(([channels, squeezed]) => `${channels} to ${squeezed}`).join(', ');
  throw new InterchangeError(`SE squeezes ${found} channels: one reduction for all blocks expected`);
}

/** Every setting that names and shapes tell. @param tensors by official name. Throws InterchangeError, or WeightsError where one is missing. */
export function architectureOf(tensors: NamedTensors): Partial<NetConfig> {
  const length = (name: string, dimension: number) => tensorOf(tensors, name).shape[dimension] ?? 0;
  const depths = pplcnet.stages.map((stage) => depthOf(tensors, stage));
  const blocks = pplcnet.stages.flatMap((stage, s) =>
    Array.from({ length: depths[s] ?? 0 }, (_, i) => `${stage}.${i}`),
  );
  const hasSe = (block: string) => tensors.has(`${block}.se.conv1.weight`);
  const channels = [
    length('conv1.conv.weight', 0),
    ...pplcnet.stages.map((stage) => length(`${stage}.0.pw_conv.conv.weight`, 0)),
  ];
  return {
    ...widthSettings(channels),
    inputChannels: length('conv1.conv.weight', 1),
    classes: length('fc.bias', 0),
    depths,
    // what is no kernel size is refused with the other settings
    kernels: blocks.map((block) => length(`${block}.dw_conv.conv.weight`, 2) as KernelSize),
    se: blocks.map(hasSe),
    seReduction: reductionOf(
      blocks
        .filter(hasSe)
        .map((block) => [length(`${block}.se.conv1.weight`, 1), length(`${block}.se.conv1.weight`, 0)]),
    ),
    lastConv: tensors.has('last_conv.weight') ? length('last_conv.weight', 0) : 0,
    lastConvBias: tensors.has('last_conv.bias'),
  };
}
