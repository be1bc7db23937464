// Work on every value by itself, and copies to another place or order.
import type { Node } from '../../../../core/graph/ir.ts';
import { elementCount } from '../../../../core/graph/shapes.ts';
import { stepsOf } from '../geometry.ts';
import type { Place } from '../places.ts';
import { instruction, VALUE_WORK, type Instruction } from '../records.ts';
import { extent, fromSource, inTarget, type Work } from './site.ts';

interface Operand {
  readonly place: Place;
  readonly multiplies: boolean;
}

/** target = activation(gain · source + offset, ⊕ operand) */
export function elementwiseInstruction(work: Work, source: Place, operand?: Operand): Instruction {
  const { batch, constants, target } = work;
  const other = operand && stepsOf(operand.place.room);
  const isGate = operand?.multiplies === true;
  return instruction(
    'elementwise',
    VALUE_WORK * batch * elementCount(target.shape),
    {
      ...fromSource(work, source),
      ...inTarget(work),
      ...extent(batch, source.shape),
      gain: constants.gain,
      offset: constants.offset,
      other: operand ? work.addressOf(operand.place) : 0,
      otherPixel: isGate ? 0 : (other?.pixel ?? 0),
      otherRow: isGate ? 0 : (other?.row ?? 0),
      otherImage: other?.image ?? 0,
      multiplies: isGate ? 1 : 0,
    },
    work.activation,
  );
}

/** Those inputs that could not be written into the concatenation when they were computed. */
export function concatInstructions(work: Work): readonly Instruction[] {
  const { task, layout, target, sources } = work;
  const { shuffleGroups: groups, name } = task;
  let channel = 0;
  return sources.flatMap((source, i) => {
    const [, , channels] = source.shape;
    const start = groups === 1 ? channel : i;
    channel += channels;
    if (layout.isInside(name, i)) return [];
    const part = { ...target, shape: source.shape, channel: target.channel + start, step: groups };
    return [elementwiseInstruction({ ...work, target: part }, source)];
  });
}

export function reorderInstruction(work: Work): Instruction {
  const { task, batch, tables, target, source } = work;
  const { op } = task.core as Node<'shuffle'>;
  const [, , channels] = target.shape;
  const perGroup = channels / op.groups;
  const order = Array.from(
    { length: channels },
    (_, c) => 4 * ((c % op.groups) * perGroup + Math.floor(c / op.groups)),
  );
  const to = inTarget(work);
  return instruction('reorder', VALUE_WORK * batch * elementCount(target.shape), {
    ...fromSource(work, source),
    ...to,
    channelStep: 4,
    ...extent(batch, target.shape),
    order: tables.words(order),
  });
}
