// Instructions: what the kernels have to do for each task, with every address, once it is known where everything lies.
import type { OpKind } from '../../../../core/graph/ir.ts';
import { FLOAT32_BYTES } from '../../../../core/metrics/metric.ts';
import { kernelActivation } from '../activation.ts';
import { activationOf, type Constants } from '../constants.ts';
import { startOf, stepsOf } from '../geometry.ts';
import type { Place } from '../places.ts';
import { instruction, type Instruction } from '../records.ts';
import { isProduct, type Task } from '../tasks.ts';
import { concatInstructions, elementwiseInstruction, reorderInstruction } from './elementwise.ts';
import { meanOfImages } from './mean.ts';
import { productInstruction } from './product.ts';
import type { Site, Work } from './site.ts';
import { depthwiseInstruction, largestInstruction } from './windows.ts';

type Lower = (work: Work) => readonly Instruction[];

/** Results that are views of others. */
const nothing: Lower = () => [];
const alone: Lower = (work) => [elementwiseInstruction(work, work.source)];
const withSecond =
  (multiplies: boolean): Lower =>
  (work) => [elementwiseInstruction(work, work.source, { place: work.sources[1] as Place, multiplies })];

const LOWER: { readonly [K in OpKind]: Lower } = {
  input: nothing,
  conv: (work) => [isProduct(work.task.core) ? productInstruction(work) : depthwiseInstruction(work)],
  linear: (work) => [productInstruction(work)],
  batchNorm: alone,
  activation: alone,
  globalPool: (work) => [meanOfImages(work)],
  maxPool: (work) => [largestInstruction(work)],
  multiply: withSecond(true),
  add: withSecond(false),
  concat: concatInstructions,
  slice: nothing,
  shuffle: (work) => [reorderInstruction(work)],
  dropout: nothing,
  flatten: nothing,
};

/** What has to be done for one task: mostly one instruction; none where its result is a view of another. */
export function taskInstructions(site: Site, task: Task, constants: Constants): readonly Instruction[] {
  const { core, scale, inputs, name } = task;
  const sources = inputs.map(site.layout.placeOf);
  const work: Work = {
    ...site,
    task,
    constants,
    target: site.layout.placeOf(name),
    source: sources[0] as Place,
    sources,
    activation: kernelActivation(activationOf(task), constants.slopes),
  };
  if (!core) return scale === 1 ? [] : alone(work);
  return LOWER[core.op.kind](work);
}

/** Zeros around a room, to be written before anything is written into it. */
export function marginInstructions(site: Site, place: Place): readonly Instruction[] {
  const { margins, height, width } = place.room;
  const { top, bottom, left, right } = margins;
  if (top + bottom + left + right === 0) return [];
  const { pixel, row, image } = stepsOf(place.room);
  // divided by images only
  const work = site.batch > 1 ? (site.batch * (image - height * width * pixel)) / FLOAT32_BYTES : 0;
  const begin = site.addressOf(place) - startOf(place);
  return [
    instruction('margin', work, {
      target: begin,
      targetRow: row,
      targetImage: image,
      images: site.batch,
      left: left * pixel,
      inner: width * pixel,
      right: right * pixel,
      top,
      height,
      bottom,
    }),
  ];
}
