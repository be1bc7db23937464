// The architecture of a PP-LCNet read off the official names and shapes of its tensors.
import type { KernelSize, NetConfig } from '../config/netConfig.ts';
import { reductionFrom, squeezedText, widthsFrom, type Squeezed } from '../families/inferred.ts';
import { pplcnet } from '../families/pplcnet.ts';
import { tensorOf, type NamedTensors } from '../weights/tensors.ts';
import { InterchangeError } from './interchangeError.ts';

/** Blocks 0, 1, … that the stage has. */
function depthOf(tensors: NamedTensors, stage: string): number {
  let depth = 0;
  while (tensors.has(`${stage}.${depth}.dw_conv.conv.weight`)) depth += 1;
  return depth;
}

/** @param channels of the stem and of each stage */
function widthSettings(channels: readonly number[]): Pick<NetConfig, 'scale' | 'widths'> {
  const found = widthsFrom(channels);
  if (found) return found;
  throw new InterchangeError(
    `stem and stages of ${channels.join(', ')} channels: multiples of 8, as PP-LCNet has them, expected`,
  );
}

function reductionOf(pairs: readonly Squeezed[]): number {
  const reduction = reductionFrom(pairs);
  if (reduction !== undefined) return reduction;
  throw new InterchangeError(
    `SE squeezes ${squeezedText(pairs)} channels: one reduction for all blocks expected`,
  );
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
