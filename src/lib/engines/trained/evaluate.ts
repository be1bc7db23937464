// Trying a network on test images, batch by batch: what the worker and the command line do alike.
import { IMAGE_PIXELS, normalisedGrey } from '../../core/trained/grey.ts';
import { highest } from '../../core/trained/predictions.ts';
import type { Values } from '../engine.ts';

/** Large enough for full speed, small enough that nobody waits long for a turn; kernels divide it by 8, 12 and 16 without a rest. */
const BATCH = 96;

export interface Part {
  /** Number of the first image. */
  readonly from: number;
  readonly predictions: Uint8Array<ArrayBuffer>;
}

interface Request {
  readonly images: Uint8Array;
  readonly classes: number;
  /** Images from this one … */
  readonly from: number;
  /** … up to before this one; fewer where there are fewer. */
  readonly to: number;
  readonly run: (input: Values, batch: number) => Promise<Values>;
}

export async function* evaluated({ images, classes, from, to, run }: Request): AsyncGenerator<Part> {
  const end = Math.min(to, images.length / IMAGE_PIXELS);
  for (let first = from; first < end; first += BATCH) {
    const count = Math.min(BATCH, end - first);
    const input = normalisedGrey(images.subarray(first * IMAGE_PIXELS, (first + count) * IMAGE_PIXELS));
    const scores = await run(input, count);
    yield { from: first, predictions: highest(scores, classes) };
  }
}
