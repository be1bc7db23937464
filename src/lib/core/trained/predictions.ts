// What comes out of trying a network on images whose classes are known: top-1 with its interval, mistakes, confusions.
import { wilsonInterval, type Interval } from '../tradeoff/wilson.ts';

/** The predicted class of each image, from the first one on; as many as have been tried. */
export type Predictions = Uint8Array;

export interface Top1 {
  /** Share of images whose highest score is that of their class, from 0 to 1. */
  readonly share: number;
  /** Wilson's 95 % interval of that share. */
  readonly interval: Interval;
  readonly images: number;
}

export function top1Of(predictions: Predictions, labels: Uint8Array): Top1 {
  let right = 0;
  for (let i = 0; i < predictions.length; i++) if (predictions[i] === labels[i]) right++;
  const images = predictions.length;
  return { share: images === 0 ? NaN : right / images, interval: wilsonInterval(right, images), images };
}

/** Index of the highest score of each row. */
export function highest(scores: ArrayLike<number>, classes: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: scores.length / classes }, (_, row) => {
    let best = 0;
    for (let c = 1; c < classes; c++)
      if ((scores[row * classes + c] as number) > (scores[row * classes + best] as number)) best = c;
    return best;
  });
}

/** Counts by class and predicted class: `[class][predicted]`. */
export function confusions(
  predictions: Predictions,
  labels: Uint8Array,
  classes: number,
): readonly (readonly number[])[] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < predictions.length; i++) {
    const row = counts[labels[i] as number] as number[];
    row[predictions[i] as number] = (row[predictions[i] as number] as number) + 1;
  }
  return counts;
}

/** Which images to look at. */
export type ImageFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'mistakes' }
  | { readonly kind: 'cell'; readonly label: number; readonly predicted: number }
  /** Where another network says something else. */
  | { readonly kind: 'disagreement'; readonly other: Predictions };

/** Numbers of the images that a filter lets through, in order. Images that were not tried pass `all` alone. */
export function filterImages(
  filter: ImageFilter,
  predictions: Predictions,
  labels: Uint8Array,
): readonly number[] {
  const passes = (i: number): boolean => {
    if (filter.kind === 'all') return true;
    if (i >= predictions.length) return false;
    if (filter.kind === 'mistakes') return predictions[i] !== labels[i];
    if (filter.kind === 'cell') return labels[i] === filter.label && predictions[i] === filter.predicted;
    return i < filter.other.length && predictions[i] !== filter.other[i];
  };
  return [...labels.keys()].filter(passes);
}
