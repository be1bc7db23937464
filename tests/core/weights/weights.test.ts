// Named tensors: drawn from seeds, checked on the way in, folded.
import { describe, expect, test } from 'vitest';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { graphParameters } from '../../../src/lib/core/graph/parameters.ts';
import { foldNorm } from '../../../src/lib/core/weights/fold.ts';
import { initialWeights } from '../../../src/lib/core/weights/initial.ts';
import { checkWeights, type NamedTensors } from '../../../src/lib/core/weights/tensors.ts';
import { untrainedWeights } from '../../../src/lib/core/weights/untrained.ts';

const { defaults, build } = FAMILIES.pplcnet;
const network = (change: Partial<NetConfig> = {}) =>
  build({ ...defaults, scale: 0.25, classes: 10, ...change });
const dataOf = (weights: NamedTensors, name: string) => weights.get(name)?.data;

describe('He initialisation', () => {
  test('gives every tensor of the network in its shape', () => {
    const graph = network();
    const weights = initialWeights({ graph, seed: 1 });
    expect([...weights.keys()]).toEqual(graphParameters(graph).map(({ name }) => name));
    expect(() => checkWeights(graph, weights)).not.toThrow();
  });

  test('has variance 2 / fan-in', () => {
    const data = dataOf(
      initialWeights({ graph: network({ scale: 1 }), seed: 1 }),
      'blocks6.1.pw_conv.conv.weight',
    );
    const values = [...(data ?? [])];
    const variance = values.reduce((sum, w) => sum + w * w, 0) / values.length;
    expect(variance * 512).toBeCloseTo(2, 1);
  });

  test('is the same for the same seed and another for another', () => {
    const name = 'conv1.conv.weight';
    const weights = (seed: number) => dataOf(untrainedWeights({ graph: network(), seed }), name);
    expect(weights(1)).toEqual(weights(1));
    expect(weights(1)).not.toEqual(weights(2));
  });

  test('of one block does not depend on the others', () => {
    const before = initialWeights({ graph: network(), seed: 3 });
    const kernels = defaults.kernels.map((kernel, i) => (i === 4 ? 7 : kernel));
    const after = initialWeights({ graph: network({ kernels }), seed: 3 });
    const changed = [...after].filter(([name, { data }]) => String(dataOf(before, name)) !== String(data));
    expect(changed.map(([name]) => name)).toEqual(['blocks4.1.dw_conv.conv.weight']);
  });

  test('takes over what another network with the same seed has already', () => {
    const before = untrainedWeights({ graph: network(), seed: 3 });
    const graph = network({ se: defaults.se.map(() => true) });
    const fresh = untrainedWeights({ graph, seed: 3 });
    const reused = untrainedWeights({ graph, seed: 3, reuse: before });
    expect(reused.get('fc.weight')).toBe(before.get('fc.weight'));
    expect([...reused]).toEqual([...fresh]);
  });
});

describe('weights from outside', () => {
  const graph = network();
  const good = initialWeights({ graph, seed: 1 });
  const withTensor = (name: string, shape: readonly number[]): NamedTensors =>
    new Map([...good, [name, { shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) }]]);

  test('that lack a tensor are refused by its name', () => {
    const lacking = new Map([...good].filter(([name]) => name !== 'fc.bias'));
    expect(() => checkWeights(graph, lacking)).toThrow('fc.bias: [10] expected, got nothing');
  });

  test('of another shape are refused with both shapes', () => {
    expect(() => checkWeights(graph, withTensor('fc.weight', [10, 1280]))).toThrow(
      'fc.weight: [1280, 10] expected, got [10, 1280]',
    );
  });

  test('of a length that contradicts their shape are refused', () => {
    const data = new Float32Array(3);
    expect(() => checkWeights(graph, new Map([...good, ['fc.bias', { shape: [10], data }]]))).toThrow(
      'fc.bias: 10 values expected, got 3 values',
    );
  });

  test('with tensors that the network does not have are refused', () => {
    expect(() => checkWeights(graph, withTensor('fc2.weight', [2]))).toThrow(
      'fc2.weight: no such tensor expected',
    );
  });
});

test('folding a batch norm gives the same as applying it', () => {
  const vector = (...values: number[]) => ({ shape: [values.length], data: Float32Array.from(values) });
  const weight = { shape: [2, 1, 1, 1], data: Float32Array.of(2, 3) };
  const norm = {
    scale: vector(4, 1),
    shift: vector(1, 0),
    mean: vector(1, 2),
    variance: vector(3, 15),
    epsilon: 1,
  };
  const folded = foldNorm({ weight, bias: undefined }, norm);
  expect([...folded.weight.data]).toEqual([4, 0.75]);
  expect([...(folded.bias?.data ?? [])]).toEqual([-1, -0.5]);
});
