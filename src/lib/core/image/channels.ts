// Input channels: how 1 to 4 of them are made from RGBA bytes, and how each is normalised.
import type { TaskId } from '../config/netConfig.ts';

/** Mean and standard deviation of all pixels of Fashion-MNIST's training images, as numbers from 0 to 1 (training/data.py). */
export const FASHION_GREY = { mean: 0.286, deviation: 0.353 } as const;

interface Channel {
  /** From red, green, blue, alpha, each 0 … 255. */
  readonly mix: readonly [red: number, green: number, blue: number, alpha: number];
  /** Of values divided by 255. */
  readonly mean: number;
  readonly deviation: number;
}

/** Means and deviations of ImageNet, as PaddleClas' NormalizeImage has them. */
const RGB: readonly Channel[] = [
  { mix: [1, 0, 0, 0], mean: 0.485, deviation: 0.229 },
  { mix: [0, 1, 0, 0], mean: 0.456, deviation: 0.224 },
  { mix: [0, 0, 1, 0], mean: 0.406, deviation: 0.225 },
];

/** Rec. 601 luma, as OpenCV's grey; its mean is the same mixture of the RGB means, its deviation their average. */
const LUMA: Channel = { mix: [0.299, 0.587, 0.114, 0], mean: 0.459, deviation: 0.226 };

const FASHION: Channel = { mix: LUMA.mix, ...FASHION_GREY };

/** Opacity, −1 to 1. */
const ALPHA: Channel = { mix: [0, 0, 0, 1], mean: 0.5, deviation: 0.5 };

const CHANNELS: Readonly<Record<number, readonly Channel[]>> = {
  1: [LUMA],
  2: [LUMA, ALPHA],
  3: RGB,
  4: [...RGB, ALPHA],
};

/** One: luma. Two: luma and opacity. Three: RGB (official). Four: RGB and opacity. One channel is normalised as its task was trained. */
export function channelsOf(count: number, task: TaskId = 'imagenet'): readonly Channel[] {
  if (task === 'fashion-mnist' && count === 1) return [FASHION];
  const channels = CHANNELS[count];
  if (!channels) throw new RangeError(`1 to 4 input channels expected, got ${count}`);
  return channels;
}
