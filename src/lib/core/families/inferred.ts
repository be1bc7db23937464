// PP-LCNet's settings read back off channels: which width multiplier, and which reduction of SE, gives them.
import type { NetConfig } from '../config/netConfig.ts';
import { makeDivisible } from '../graph/rounding.ts';
import { pplcnet } from './pplcnet.ts';

const SCALE_STEPS_PER_UNIT = 100;
const LARGEST_SCALE = 4;

/** The published scales first; then others from 0.1 to 4. */
const SCALES: readonly number[] = [
  ...pplcnet.scales,
  ...Array.from(
    { length: LARGEST_SCALE * SCALE_STEPS_PER_UNIT - 9 },
    (_, i) => (i + 10) / SCALE_STEPS_PER_UNIT,
  ),
];

/** The scale whose channels these are; else scale 1 with widths of their own, multiples of 8. @param channels of the stem and of each stage */
export function widthsFrom(channels: readonly number[]): Pick<NetConfig, 'scale' | 'widths'> | undefined {
  const { widths } = pplcnet.defaults;
  const scale = SCALES.find((s) => widths.every((width, i) => makeDivisible(width * s) === channels[i]));
  if (scale !== undefined) return { scale, widths };
  return channels.every((count) => makeDivisible(count) === count)
    ? { scale: 1, widths: channels }
    : undefined;
}

/** Several reductions may squeeze a few channels alike: these are tried first, then all to the largest there may be. */
const USUAL_REDUCTIONS = [pplcnet.defaults.seReduction, 2, 8, 16];
const MAX_REDUCTION = 64;
const REDUCTIONS = [...USUAL_REDUCTIONS, ...Array.from({ length: MAX_REDUCTION }, (_, i) => i + 1)];

/** Channels, and what they are squeezed to. */
export type Squeezed = readonly [channels: number, squeezed: number];

/** The reduction that squeezes all these channels so; the default where there are none. */
export const reductionFrom = (pairs: readonly Squeezed[]): number | undefined =>
  REDUCTIONS.find((reduction) =>
    pairs.every(([channels, squeezed]) => Math.max(1, Math.floor(channels / reduction)) === squeezed),
  );

/** `512 to 128, 256 to 64`, for messages. */
export const squeezedText = (pairs: readonly Squeezed[]): string =>
  pairs.map(([channels, squeezed]) => `${channels} to ${squeezed}`).join(', ');
