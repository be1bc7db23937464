// Reference ops against values worked out by hand.
import { describe, expect, test } from 'vitest';
import type { Node, OpKind, OpOf, Shape } from '../../../src/lib/core/graph/ir.ts';
import { inferShape } from '../../../src/lib/core/graph/shapes.ts';
import { runOp } from '../../../src/lib/core/reference/ops.ts';

interface Case {
  readonly op: OpOf<OpKind>;
  readonly shapes: readonly Shape[];
  readonly inputs: readonly (readonly number[])[];
  readonly tensors?: Readonly<Record<string, readonly number[]>>;
  readonly batch?: number;
}

function run({ op, shapes, inputs, tensors = {}, batch = 1 }: Case): number[] {
  const node: Node = {
    name: 'x',
    op,
    inputs: shapes.map((_, i) => `in${i}`),
    inputShapes: shapes,
    shape: inferShape(op, shapes),
    path: ['s', 'b'],
  };
  const [input = [], ...others] = inputs;
  const output = runOp({
    node,
    batch,
    input: Float32Array.from(input),
    others: others.map((other) => Float32Array.from(other)),
    tensor: (suffix) => Float32Array.from(tensors[suffix] ?? []),
  });
  return [...output];
}

const conv = { kind: 'conv', padding: 'symmetric', stride: [1, 1], groups: 1, bias: false } as const;
const ONE_TO_NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('convolution', () => {
  test('3 × 3 with symmetric padding sums the neighbourhood', () => {
    const op = { ...conv, outChannels: 1, kernel: [3, 3] } as const;
    const tensors = { weight: new Array<number>(9).fill(1) };
    expect(run({ op, shapes: [[3, 3, 1]], inputs: [ONE_TO_NINE], tensors })).toEqual([12, 21, 16, 27, 45, 33, 24, 39, 28]); // prettier-ignore
  });

  test('stride 2 begins at the corner with symmetric padding, one pixel further with `same` on even sizes', () => {
    const inputs = [Array.from({ length: 16 }, (_, i) => i)];
    const tensors = { weight: [0, 0, 0, 0, 1, 0, 0, 0, 0] };
    const op = { ...conv, outChannels: 1, kernel: [3, 3], stride: [2, 2] } as const;
    expect(run({ op, shapes: [[4, 4, 1]], inputs, tensors })).toEqual([0, 2, 8, 10]);
    expect(run({ op: { ...op, padding: 'same' }, shapes: [[4, 4, 1]], inputs, tensors })).toEqual([
      5, 7, 13, 15,
    ]);
  });

  test('strides may differ by axis', () => {
    const inputs = [Array.from({ length: 16 }, (_, i) => i)];
    const op = { ...conv, outChannels: 1, kernel: [1, 1], stride: [2, 1] } as const;
    expect(run({ op, shapes: [[4, 4, 1]], inputs, tensors: { weight: [1] } })).toEqual([0, 1, 2, 3, 8, 9, 10, 11]); // prettier-ignore
  });

  test('depthwise keeps channels apart', () => {
    const op = { ...conv, outChannels: 2, kernel: [3, 3], groups: 2 } as const;
    const weight = [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0];
    expect(run({ op, shapes: [[1, 2, 2]], inputs: [[1, 2, 3, 4]], tensors: { weight } })).toEqual([1, 20, 3, 40]); // prettier-ignore
  });

  test('pointwise multiplies by [out, in] and adds the bias', () => {
    const op = { ...conv, outChannels: 3, kernel: [1, 1], bias: true } as const;
    const tensors = { weight: [1, 0, 0, 1, 1, 1], bias: [0, 10, 100] };
    expect(run({ op, shapes: [[1, 2, 2]], inputs: [[1, 2, 3, 4]], tensors })).toEqual([
      1, 12, 103, 3, 14, 107,
    ]);
  });
});

describe('other ops', () => {
  test('batch norm is γ (x − μ) / √(σ² + ε) + β per channel', () => {
    const tensors = { weight: [2, 1], bias: [0, 1], _mean: [1, 0], _variance: [3, 0] };
    const op = { kind: 'batchNorm', epsilon: 1 } as const;
    expect(run({ op, shapes: [[1, 2, 2]], inputs: [[3, 5, 1, -2]], tensors })).toEqual([2, 6, 0, -1]);
  });

  test('global pooling takes the mean of each channel of each image', () => {
    const inputs = [[1, 2, 3, 4, 10, 20, 30, 40]];
    expect(run({ op: { kind: 'globalPool' }, shapes: [[1, 2, 2]], inputs, batch: 2 })).toEqual([
      2, 3, 20, 30,
    ]);
  });

  test('a gate scales the channels of its own image', () => {
    const shapes: Shape[] = [[1, 2, 2], [1, 1, 2]]; // prettier-ignore
    const inputs = [[1, 2, 3, 4, 5, 6, 7, 8], [0, 1, 1, 0.5]]; // prettier-ignore
    expect(run({ op: { kind: 'multiply' }, shapes, inputs, batch: 2 })).toEqual([0, 2, 0, 4, 5, 3, 7, 4]);
  });

  test('max-pooling takes the largest of each window and nothing from outside', () => {
    const op = { kind: 'maxPool', kernel: [3, 3], stride: [2, 2], padding: 'symmetric' } as const;
    const inputs = [ONE_TO_NINE.map((n) => -n)];
    expect(run({ op, shapes: [[3, 3, 1]], inputs })).toEqual([-1, -2, -4, -5]);
  });

  test('adding joins two tensors of equal shape', () => {
    const inputs = [[1, 2], [10, 20]]; // prettier-ignore
    expect(run({ op: { kind: 'add' }, shapes: [[1, 2, 1], [1, 2, 1]], inputs })).toEqual([11, 22]); // prettier-ignore
  });

  test('concatenation puts channels one behind the other at every position', () => {
    const inputs = [[1, 2], [10, 11, 20, 21]]; // prettier-ignore
    const shapes: Shape[] = [[1, 2, 1], [1, 2, 2]]; // prettier-ignore
    expect(run({ op: { kind: 'concat' }, shapes, inputs })).toEqual([1, 10, 11, 2, 20, 21]);
  });

  test('a slice takes channels out of every position', () => {
    const op = { kind: 'slice', from: 1, count: 2 } as const;
    expect(run({ op, shapes: [[1, 2, 4]], inputs: [[0, 1, 2, 3, 4, 5, 6, 7]] })).toEqual([1, 2, 5, 6]);
  });

  test('a shuffle in two groups interleaves the two halves', () => {
    const op = { kind: 'shuffle', groups: 2 } as const;
    expect(run({ op, shapes: [[1, 2, 4]], inputs: [[0, 1, 2, 3, 4, 5, 6, 7]] })).toEqual([
      0, 2, 1, 3, 4, 6, 5, 7,
    ]);
  });

  test('a linear layer has its weights as [in, out]', () => {
    const tensors = { weight: [1, 2, 3, 4], bias: [0.5, 0] };
    expect(run({ op: { kind: 'linear', outFeatures: 2 }, shapes: [[1, 1, 2]], inputs: [[1, 10]], tensors })).toEqual([31.5, 42]); // prettier-ignore
  });

  test('dropout scales by 1 − rate only where training did not', () => {
    const shapes: Shape[] = [[1, 1, 1]];
    expect(run({ op: { kind: 'dropout', rate: 0.25, mode: 'downscale' }, shapes, inputs: [[4]] })).toEqual([
      3,
    ]);
    expect(run({ op: { kind: 'dropout', rate: 0.25, mode: 'inverted' }, shapes, inputs: [[4]] })).toEqual([
      4,
    ]);
  });

  test.each([
    ['hardswish', [-4, -1, 1, 4], [0, -1 / 3, 2 / 3, 4]],
    ['relu', [-4, -1, 1, 4], [0, 0, 1, 4]],
    ['relu6', [-4, 1, 7, 6], [0, 1, 6, 6]],
    ['leakyrelu', [-4, -1, 1, 4], [-0.04, -0.01, 1, 4]],
    ['elu', [-1, 0, 1, 4], [Math.exp(-1) - 1, 0, 1, 4]],
    ['swish', [0, 1, -1, 50], [0, 1 / (1 + Math.exp(-1)), -1 / (1 + Math.E), 50]],
    ['prelu', [-4, -1, 1, 4], [-1, -0.25, 1, 4]],
  ] as const)('%s', (name, input, expected) => {
    const op = { kind: 'activation', function: name } as const;
    const found = run({ op, shapes: [[2, 2, 1]], inputs: [input], tensors: { weight: [0.25] } });
    found.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 6));
  });

  test('the two hard-sigmoids differ in their slope', () => {
    const activation = (slope: number) =>
      run({
        op: { kind: 'activation', function: 'hardsigmoid', slope },
        shapes: [[1, 4, 1]],
        inputs: [[-3, 0, 1, 3]],
      });
    expect(activation(0.2)).toEqual([0, 0.5, Math.fround(0.7), 1]);
    expect(activation(1 / 6)).toEqual([0, 0.5, Math.fround(1 / 6 + 0.5), 1]);
  });
});
