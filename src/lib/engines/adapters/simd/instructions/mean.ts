// Means of whole images, channel by channel.
import { elementCount } from '../../../../core/graph/shapes.ts';
import type { Place } from '../places.ts';
import { instruction, VALUE_WORK, type Instruction } from '../records.ts';
import { extent, fromSource, inTarget, type Site, type Work } from './site.ts';

interface Means {
  readonly target: number;
  readonly targetImage: number;
  readonly channelStep: number;
  /** Of the values or of their squares. */
  readonly of: 'values' | 'squares';
}

/** One mean per image and channel. */
export function meanInstruction(
  site: Pick<Site, 'batch' | 'addressOf'>,
  source: Place,
  { of, ...target }: Means,
): Instruction {
  const { batch } = site;
  return instruction('mean', VALUE_WORK * batch * elementCount(source.shape), {
    ...fromSource(site, source),
    ...extent(batch, source.shape),
    ...target,
    squares: of === 'squares' ? 1 : 0,
  });
}

/** Global average pooling. */
export function meanOfImages(work: Work): Instruction {
  const { target, targetImage, channelStep } = inTarget(work);
  return meanInstruction(work, work.source, { target, targetImage, channelStep, of: 'values' });
}
