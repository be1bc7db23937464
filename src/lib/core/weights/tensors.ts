// Named tensors: a network's weights keyed by their official names (graph/parameters.ts lists names, shapes and layouts).
import type { Graph } from '../graph/ir.ts';
import { graphParameters } from '../graph/parameters.ts';
import { excerpt } from './excerpt.ts';

export interface NamedTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array<ArrayBuffer>;
}
export type NamedTensors = ReadonlyMap<string, NamedTensor>;

/** Weights that do not fit the network: says which tensor, what was found and what the network expects. */
export class WeightsError extends Error {
  override readonly name = 'WeightsError';
  readonly tensor: string;
  readonly found: string;
  readonly expected: string;

  constructor({ tensor, found, expected }: { tensor: string; found: string; expected: string }) {
    super(excerpt(`${tensor}: ${expected} expected, got ${found}`));
    this.tensor = tensor;
    this.found = found;
    this.expected = expected;
  }
}

const say = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/** Throws WeightsError unless every tensor of the network is there, in its shape; superfluous tensors are refused too. */
export function checkWeights(graph: Graph, tensors: NamedTensors): void {
  const specs = graphParameters(graph);
  for (const { name, shape } of specs) {
    const tensor = tensors.get(name);
    const expected = say(shape);
    if (!tensor) throw new WeightsError({ tensor: name, found: 'nothing', expected });
    if (say(tensor.shape) !== expected)
      throw new WeightsError({ tensor: name, found: say(tensor.shape), expected });
    const size = shape.reduce((product, length) => product * length, 1);
    if (tensor.data.length !== size)
      throw new WeightsError({
        tensor: name,
        found: `${tensor.data.length} values`,
        expected: `${size} values`,
      });
  }
  const known = new Set(specs.map(({ name }) => name));
  for (const [name, { shape }] of tensors)
    if (!known.has(name))
      throw new WeightsError({ tensor: name, found: say(shape), expected: 'no such tensor' });
}

/** The tensor of that name, which checkWeights has seen. */
export function tensorOf(tensors: NamedTensors, name: string): NamedTensor {
  const tensor = tensors.get(name);
  if (!tensor) throw new WeightsError({ tensor: name, found: 'nothing', expected: 'a tensor' });
  return tensor;
}
