// Graphs of any kind for property tests: chains and branches of every op, odd sizes, few and many channels.
import fc from 'fast-check';
import { GraphBuilder, type Tensor } from '../../../src/lib/core/graph/builder.ts';
import type { ActivationFunction, Graph, Op, Shape } from '../../../src/lib/core/graph/ir.ts';
import { graphParameters, parameterSize } from '../../../src/lib/core/graph/parameters.ts';
import { elementCount } from '../../../src/lib/core/graph/shapes.ts';
import type { NamedTensors } from '../../../src/lib/core/weights/tensors.ts';

const ACTIVATIONS = ['relu', 'relu6', 'leakyrelu', 'prelu', 'elu', 'swish', 'hardswish', 'clip', 'hardsigmoid'] as const satisfies readonly ActivationFunction[]; // prettier-ignore
const KINDS = ['conv', 'pointwise', 'depthwise', 'norm', 'activation', 'add', 'concat', 'shuffle', 'slice', 'gate', 'maxPool', 'dropout'] as const; // prettier-ignore

/** Multiplications that the reference may have to do for one graph. */
const BUDGET = 1_500_000;
const MAX_ELEMENTS = 120_000;

const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  /** Which of the results so far is taken, and which as the second; counted from the last. */
  first: fc.nat(3),
  second: fc.nat(6),
  width: fc.integer({ min: 1, max: 200 }),
  kernel: fc.constantFrom(1, 3, 5, 7),
  stride: fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(1, 2)),
  padding: fc.constantFrom('symmetric', 'same'),
  activation: fc.constantFrom(...ACTIVATIONS),
  bias: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

class Sketch {
  readonly #net = new GraphBuilder();
  readonly #results: Tensor[];
  #left = BUDGET;
  #count = 0;

  constructor(shape: Shape) {
    this.#results = [this.#net.input(shape)];
  }

  #fromLast(index: number): Tensor {
    return this.#results[Math.max(0, this.#results.length - 1 - index)] as Tensor;
  }

  #add(op: Op, ...inputs: readonly Tensor[]): Tensor {
    const result = this.#net.add(`${op.kind}${this.#count++}`, op, ...inputs);
    this.#results.push(result);
    return result;
  }

  #convolve(given: Step, x: Tensor, groups: number, kernel: number): void {
    const outChannels = groups === 1 ? given.width : groups;
    const cost = (elementCount(x.shape) / groups) * kernel * kernel * outChannels;
    if (cost > this.#left || elementCount(x.shape) * outChannels > MAX_ELEMENTS * x.shape[2]) return;
    this.#left -= cost;
    const { stride, padding, bias } = given;
    this.#add({ kind: 'conv', outChannels, kernel: [kernel, kernel], stride: kernel === 1 ? [1, 1] : stride, padding, groups, bias }, x); // prettier-ignore
  }

  /** Leaves out what does not fit. */
  take(given: Step): void {
    const x = this.#fromLast(given.first);
    const other = this.#fromLast(given.second);
    const [height, width, channels] = x.shape;
    const fits = other.shape[0] === height && other.shape[1] === width;
    switch (given.kind) {
      case 'conv': {
        this.#convolve(given, x, 1, given.kernel);
        return;
      }
      case 'pointwise': {
        this.#convolve(given, x, 1, 1);
        return;
      }
      case 'depthwise': {
        this.#convolve(given, x, channels, given.kernel);
        return;
      }
      case 'norm':
        return void this.#add({ kind: 'batchNorm', epsilon: 1e-5 }, x);
      case 'activation':
        return void this.#add({ kind: 'activation', function: given.activation, slope: 1 / 6 }, x);
      case 'add':
        if (fits && other.shape[2] === channels) this.#add({ kind: 'add' }, x, other);
        return;
      case 'concat':
        if (fits && channels + other.shape[2] <= 400) this.#add({ kind: 'concat' }, x, other);
        return;
      case 'shuffle':
        if (channels % 2 === 0) this.#add({ kind: 'shuffle', groups: 2 }, x);
        return;
      case 'slice': {
        const from = given.width % channels;
        return void this.#add({ kind: 'slice', from, count: 1 + (given.second % (channels - from)) }, x);
      }
      case 'gate': {
        const pooled = this.#add({ kind: 'globalPool' }, x);
        return void this.#add({ kind: 'multiply' }, x, pooled);
      }
      case 'maxPool':
        return void this.#add({ kind: 'maxPool', kernel: [3, 3], stride: given.stride, padding: given.padding }, x); // prettier-ignore
      case 'dropout':
        return void this.#add(
          { kind: 'dropout', rate: 0.25, mode: given.bias ? 'downscale' : 'inverted' },
          x,
        );
    }
  }

  finish(classes: number): Graph {
    const pooled = this.#add({ kind: 'globalPool' }, this.#fromLast(0));
    this.#add({ kind: 'linear', outFeatures: classes }, this.#add({ kind: 'flatten' }, pooled));
    return this.#net.finish();
  }

  build(steps: readonly Step[], classes: number): Graph {
    return this.#net.stage('stage', 'body', () =>
      this.#net.block('block', () => {
        for (const each of steps) this.take(each);
        return this.finish(classes);
      }),
    );
  }
}

export const anyGraph: fc.Arbitrary<Graph> = fc
  .record({
    shape: fc.tuple(fc.integer({ min: 1, max: 97 }), fc.integer({ min: 1, max: 61 }), fc.integer({ min: 1, max: 200 })), // prettier-ignore
    steps: fc.array(step, { maxLength: 14, size: 'max' }),
    classes: fc.integer({ min: 1, max: 40 }),
  })
  .filter(({ shape }) => elementCount(shape) <= MAX_ELEMENTS)
  .map(({ shape, steps, classes }) => new Sketch(shape).build(steps, classes));

/** Small numbers without pattern; variances around 1. */
export function anyWeights(graph: Graph): NamedTensors {
  let state = 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  };
  return new Map(
    graphParameters(graph).map((spec) => {
      const { name, role, shape } = spec;
      const size = parameterSize(spec);
      const inputs = Math.max(1, size / (shape[role === 'weight' && shape.length === 2 ? 1 : 0] ?? 1));
      const spread = role === 'weight' ? 2 / Math.sqrt(inputs) : 0.5;
      const data = Float32Array.from({ length: size }, () => next() * spread + (role === 'variance' || role === 'scale' ? 1 : 0)); // prettier-ignore
      return [name, { shape, data }] as const;
    }),
  );
}
