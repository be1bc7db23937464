// Input channels: how 1 to 4 of them are made from RGBA bytes, and how each is normalised.
import type { Recipe, Triple } from './recipe.ts';

interface Channel {
  /** From red, green, blue, alpha, each 0 … 255. */
  readonly mix: readonly [red: number, green: number, blue: number, alpha: number];
  /** Of values divided by 255. */
  readonly mean: number;
  readonly deviation: number;
}

/** Rec. 601, as OpenCV's grey. */
const LUMA: Triple = [0.299, 0.587, 0.114];

/** Opacity, −1 to 1. */
const ALPHA: Channel = { mix: [0, 0, 0, 1], mean: 0.5, deviation: 0.5 };

const mixed = (values: Triple, shares: Triple): number =>
  values[0] * shares[0] + values[1] * shares[1] + values[2] * shares[2];

const THIRDS: Triple = [1 / 3, 1 / 3, 1 / 3];

/** Its mean is the same mixture of the colours' means, its deviation their average. */
const luma = ({ mean, deviation }: Recipe): Channel => ({
  mix: [...LUMA, 0],
  mean: mixed(mean, LUMA),
  deviation: mixed(deviation, THIRDS),
});

function colours({ mean, deviation, order }: Recipe): readonly Channel[] {
  const rgb: readonly Channel[] = [
    { mix: [1, 0, 0, 0], mean: mean[0], deviation: deviation[0] },
    { mix: [0, 1, 0, 0], mean: mean[1], deviation: deviation[1] },
    { mix: [0, 0, 1, 0], mean: mean[2], deviation: deviation[2] },
  ];
  return order === 'rgb' ? rgb : rgb.toReversed();
}

/** One: luma. Two: luma and opacity. Three: the colours in the recipe's order. Four: colours and opacity. */
export function channelsOf(count: number, recipe: Recipe): readonly Channel[] {
  if (count === 1) return [luma(recipe)];
  if (count === 2) return [luma(recipe), ALPHA];
  if (count === 3) return colours(recipe);
  if (count === 4) return [...colours(recipe), ALPHA];
  throw new RangeError(`1 to 4 input channels expected, got ${count}`);
}
