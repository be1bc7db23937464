// Sites: where a task's instructions read and write, in bytes.
import type { Node, Shape } from '../../../../core/graph/ir.ts';
import type { Constants } from '../constants.ts';
import { channelStep, stepsOf, type Steps } from '../geometry.ts';
import { marginsOf, type Layout, type Place } from '../places.ts';
import type { KernelActivation } from '../records.ts';
import type { Tables } from '../tables.ts';
import type { Task } from '../tasks.ts';

export interface Site {
  readonly layout: Layout;
  readonly batch: number;
  readonly tables: Tables;
  /** Address of a place's first value. */
  readonly addressOf: (place: Place) => number;
}

/** A site, and one task to be done there. */
export interface Work extends Site {
  readonly task: Task;
  readonly constants: Constants;
  readonly target: Place;
  /** Its first input, and all of them. */
  readonly source: Place;
  readonly sources: readonly Place[];
  readonly activation: KernelActivation;
}

export const inTarget = ({ target, addressOf }: Work) => {
  const { pixel, row, image } = stepsOf(target.room);
  return {
    target: addressOf(target),
    targetPixel: pixel,
    targetRow: row,
    targetImage: image,
    channelStep: channelStep(target),
  };
};

export const fromSource = ({ addressOf }: Pick<Site, 'addressOf'>, place: Place) => {
  const { pixel, row, image } = stepsOf(place.room);
  return { source: addressOf(place), sourcePixel: pixel, sourceRow: row, sourceImage: image };
};

export const extent = (batch: number, [height, width, channels]: Shape) => ({
  images: batch,
  height,
  width,
  channels,
});

/** Up and to the left by the padding: where the first window begins. */
export const windowStart = (start: number, core: Node<'conv'>, { row, pixel }: Steps): number => {
  const { top, left } = marginsOf(core);
  return start - top * row - left * pixel;
};
