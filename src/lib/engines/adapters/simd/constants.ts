// Constants of a compiled network: packed weights, slopes, gains and offsets, in one block of the heap.
import { isKind, type Node } from '../../../core/graph/ir.ts';
import { tensorOf, type NamedTensors } from '../../../core/weights/tensors.ts';
import { slopesOf } from './activation.ts';
import type { Heap } from './heap.ts';
import { normAffine, packedSize, packWeights } from './pack.ts';
import type { Task } from './tasks.ts';

type Part = 'weights' | 'slopes' | 'gain' | 'offset';
type Fill = (values: Float32Array<ArrayBuffer>) => void;

/** Addresses of a task's constants; 0 for what it does not have. */
export type Constants = Readonly<Record<Part, number>>;

const BYTES = 4;
/** Kernels load eight values at once. */
const whole = (count: number): number => 8 * Math.ceil(count / 8);

const copy =
  (source: Float32Array): Fill =>
  (values) => {
    values.fill(0);
    values.set(source);
  };

/** The activation of a task: after a layer, or on its own. */
export const activationOf = ({ core, activation }: Task): Node<'activation'> | undefined =>
  activation ?? (core && isKind(core, 'activation') ? core : undefined);

/** What a task needs, with its size in values and how to write it. */
function needs(task: Task, weights: NamedTensors): Partial<Record<Part, readonly [number, Fill]>> {
  const { core, scale } = task;
  const slopes = slopesOf(activationOf(task), (name) => tensorOf(weights, name).data);
  const isLayer = core && (isKind(core, 'conv') || isKind(core, 'linear'));
  const affine = core && isKind(core, 'batchNorm') ? normAffine(core, weights) : undefined;
  const channels = task.nodes.at(-1)?.shape[2] ?? 0;
  const scaled = !core && scale !== 1;
  return {
    ...(isLayer && {
      weights: [packedSize(core), (values: Float32Array<ArrayBuffer>) => packWeights(task, weights, values)],
    }),
    ...(slopes && { slopes: [whole(slopes.length), copy(slopes)] }),
    ...(affine && {
      gain: [affine.gain.length, copy(affine.gain)],
      offset: [affine.offset.length, copy(affine.offset)],
    }),
    ...(scaled && {
      gain: [whole(channels), copy(new Float32Array(channels).fill(scale))],
      offset: [whole(channels), copy(new Float32Array(channels))],
    }),
  };
}

export interface KeptConstants {
  readonly block: number;
  readonly of: readonly Constants[];
}

export function keepConstants(heap: Heap, tasks: readonly Task[], weights: NamedTensors): KeptConstants {
  const needed = tasks.map(
    (task) => Object.entries(needs(task, weights)) as [Part, readonly [number, Fill]][],
  );
  const sizes = needed.flat().map(([, [size]]) => size);
  const block = heap.allocate(BYTES * sizes.reduce((sum, size) => sum + size, 0));
  let at = block;
  try {
    const of = needed.map((parts) => {
      const found: Record<Part, number> = { weights: 0, slopes: 0, gain: 0, offset: 0 };
      for (const [part, [size, fill]] of parts) {
        found[part] = at;
        fill(heap.floats(at, size));
        at += BYTES * size;
      }
      return found;
    });
    return { block, of };
  } catch (error) {
    heap.release(block);
    throw error;
  }
}
