// Pads of a convolution in a file: its own, or those of a Pad node before it.
import type { NamedTensor } from '../../weights/tensors.ts';
import type { Pads } from '../windowPads.ts';
import { numberOf, numbersOf, refuse, type Dataflow, type Step } from './dataflow.ts';

export const NO_PADS: Pads = [0, 0, 0, 0];

/** `same` for TensorFlow's rule. */
export function padsOf(step: Step, { shape }: NamedTensor): Pads | 'same' {
  const auto = step.attributes.get('auto_pad');
  if (auto === 'SAME_UPPER') return 'same';
  if (auto === 'VALID') return NO_PADS;
  if (auto === 'SAME_LOWER') refuse(step, 'pads, SAME_UPPER or VALID', auto);
  const [top = 0, left = 0, bottom = 0, right = 0] = numbersOf(step, 'pads') ?? [];
  const [height = 0, width = 0] = shape.slice(2);
  const isSane = [top, left, bottom, right].every((pad) => pad >= 0 && pad < Math.max(height, width));
  return isSane
    ? [top, left, bottom, right]
    : refuse(step, 'pads below the kernel size', [top, left, bottom, right].join(', '));
}

/** Zeros that a Pad node puts around the image count as the convolution's. */
export function addPads(flow: Dataflow, pad: Step, pads: Pads | 'same'): Pads {
  const named = pad.attributes.get('mode') ?? 'constant';
  const mode = typeof named === 'string' ? named : '';
  const value = flow.constants.get(pad.inputs[2] ?? '')?.data[0] ?? numberOf(pad, 'value', 0);
  if (mode !== 'constant' || value !== 0) refuse(pad, 'zeros around the image', `${mode} ${value}`);
  // all beginnings, then all ends; before opset 11 as an attribute
  const all = numbersOf(pad, 'pads') ?? [...(flow.constants.get(pad.inputs[1] ?? '')?.data ?? [])];
  const [y, x, others] = pad.reads.layout === 'NCHW' ? [2, 3, [0, 1]] : [1, 2, [0, 3]];
  const isSpatial = all.length === 8 && others.every((axis) => all[axis] === 0 && all[axis + 4] === 0);
  if (!isSpatial || pads === 'same') return refuse(pad, 'pads of height and width', all.join(', '));
  const added = [y, x, y + 4, x + 4].map((axis) => all[axis] as number);
  return pads.map((own, i) => own + (added[i] as number)) as unknown as Pads;
}
