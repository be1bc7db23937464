// Moments: what mean and variance each channel has, propagated from op to op with the actual weights and no picture.
import type { Node, OpKind } from '../graph/ir.ts';
import { ACTIVATION_FUNCTIONS } from '../reference/activations.ts';

/** Per channel, over positions and pictures. */
export interface Moments {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

export interface MomentCall<K extends OpKind> {
  readonly node: Node<K>;
  readonly input: Moments;
  readonly others: readonly Moments[];
  readonly tensor: (suffix: string) => Float32Array;
}

/** Assumed correlation of neighbouring positions; it falls with distance as a power. */
const NEIGHBOUR_CORRELATION = 0.7;

/** Assumed share of the variance that is between pictures, not within them: it is left when all positions are averaged. */
const PICTURE_SHARE = 0.1;

/** Correlation of every pair of kernel positions, row by row. */
function correlations([height, width]: readonly [number, number]): Float64Array {
  const area = height * width;
  return Float64Array.from({ length: area * area }, (_, pair) => {
    const [a, b] = [Math.floor(pair / area), pair % area];
    const distance = Math.hypot(Math.floor(a / width) - Math.floor(b / width), (a % width) - (b % width));
    return NEIGHBOUR_CORRELATION ** distance;
  });
}

/** Mean Σ w·μ away from the border; variance Σ wᵀRw·σ², input channels taken as independent. */
function convolved({ node, input, tensor }: MomentCall<'conv'>): Moments {
  const { op, inputShapes } = node;
  const area = op.kernel[0] * op.kernel[1];
  const related = correlations(op.kernel);
  const weight = tensor('weight');
  const inPerGroup = (inputShapes[0]?.[2] ?? 0) / op.groups;
  const outPerGroup = op.outChannels / op.groups;
  const mean = op.bias ? Float64Array.from(tensor('bias')) : new Float64Array(op.outChannels);
  const variance = new Float64Array(op.outChannels);
  for (let o = 0; o < op.outChannels; o++) {
    const first = Math.floor(o / outPerGroup) * inPerGroup;
    let [m, v] = [mean[o] as number, 0];
    for (let i = 0; i < inPerGroup; i++) {
      const at = (o * inPerGroup + i) * area;
      let sum = weight[at] as number;
      let energy = sum * sum;
      for (let k = 1; k < area; k++) {
        const w = weight[at + k] as number;
        let others = 0;
        for (let l = 0; l < k; l++) others += (related[k * area + l] as number) * (weight[at + l] as number);
        sum += w;
        energy += w * (w + 2 * others);
      }
      m += sum * (input.mean[first + i] as number);
      v += energy * (input.variance[first + i] as number);
    }
    mean[o] = m;
    variance[o] = v;
  }
  return { mean, variance };
}

/** Abscissae and weights for the expectation over a standard normal variable (trapezoidal rule). */
const NORMAL = Array.from({ length: 21 }, (_, i) => ({
  x: (i - 10) / 2,
  density: Math.exp(-(((i - 10) / 2) ** 2) / 2),
}));
const TOTAL = NORMAL.reduce((sum, { density }) => sum + density, 0);

/** Mean and variance of f(x) with x normal. */
function activated({ node, input, tensor }: MomentCall<'activation'>): Moments {
  const { function: name, slope = 0 } = node.op;
  const compute = ACTIVATION_FUNCTIONS[name];
  const slopes = name === 'prelu' ? tensor('weight') : undefined;
  const variance = new Float64Array(input.mean.length);
  const mean = input.mean.map((m, c) => {
    const deviation = Math.sqrt(input.variance[c] as number);
    let [first, second] = [0, 0];
    for (const { x, density } of NORMAL) {
      const y = compute(m + deviation * x, slopes?.[c] ?? slope);
      first += density * y;
      second += density * y * y;
    }
    variance[c] = Math.max(second / TOTAL - (first / TOTAL) ** 2, 0);
    return first / TOTAL;
  });
  return { mean, variance };
}

/** A function of each channel's mean and of its variance. */
const mapped = ({ mean, variance }: Moments, change: (values: Float64Array) => Float64Array): Moments => ({
  mean: change(mean),
  variance: change(variance),
});

const joined = (lists: readonly Float64Array[]): Float64Array =>
  Float64Array.from(lists.flatMap((list) => [...list]));

/** Largest of nine standard normals, every two correlated by 0.6: mean √0.4 · 1.485, variance 0.6 + 0.4 · 0.357. */
const LARGEST_OF_WINDOW = { mean: 0.94, variance: 0.74 };

/** Mean W·μ + b, variance W²·σ²: [in, out] weights. */
function combined({ node, input, tensor }: MomentCall<'linear'>): Moments {
  const { outFeatures } = node.op;
  const [weight, bias] = [tensor('weight'), tensor('bias')];
  const mean = Float64Array.from(bias);
  const variance = new Float64Array(outFeatures);
  input.mean.forEach((m, i) => {
    const v = input.variance[i] as number;
    for (let o = 0; o < outFeatures; o++) {
      const w = weight[i * outFeatures + o] as number;
      mean[o] = (mean[o] as number) + w * m;
      variance[o] = (variance[o] as number) + w * w * v;
    }
  });
  return { mean, variance };
}

const unchanged = ({ input }: { readonly input: Moments }): Moments => input;

export const MOMENTS: { readonly [K in OpKind]: (call: MomentCall<K>) => Moments } = {
  // Preprocessed pictures: about mean 0, variance 1.
  input: ({ node }) => ({
    mean: new Float64Array(node.shape[2]),
    variance: new Float64Array(node.shape[2]).fill(1),
  }),
  conv: convolved,
  batchNorm: ({ node, input, tensor }) => {
    const [scale, shift, mean, variance] = ['weight', 'bias', '_mean', '_variance'].map(tensor);
    const gain = input.mean.map(
      (_, c) => (scale?.[c] ?? 1) / Math.sqrt((variance?.[c] ?? 1) + node.op.epsilon),
    );
    return {
      mean: gain.map((g, c) => g * ((input.mean[c] as number) - (mean?.[c] ?? 0)) + (shift?.[c] ?? 0)),
      variance: gain.map((g, c) => g * g * (input.variance[c] as number)),
    };
  },
  activation: activated,
  globalPool: ({
    node: {
      inputShapes: [shape],
    },
    input: { mean, variance },
  }) => {
    const positions = shape ? shape[0] * shape[1] : 1;
    const left = PICTURE_SHARE + (1 - PICTURE_SHARE) / positions;
    return { mean, variance: variance.map((v) => left * v) };
  },
  maxPool: ({ input: { mean, variance } }) => ({
    mean: mean.map((m, c) => m + LARGEST_OF_WINDOW.mean * Math.sqrt(variance[c] as number)),
    variance: variance.map((v) => LARGEST_OF_WINDOW.variance * v),
  }),
  multiply: ({ input, others: [gate] }) => ({
    mean: input.mean.map((m, c) => m * (gate?.mean[c] ?? 1)),
    variance: input.variance.map((v, c) => v * (gate?.mean[c] ?? 1) ** 2),
  }),
  // Taken as independent.
  add: ({ input, others: [other] }) => ({
    mean: input.mean.map((m, c) => m + (other?.mean[c] ?? 0)),
    variance: input.variance.map((v, c) => v + (other?.variance[c] ?? 0)),
  }),
  concat: ({ input, others }) => ({
    mean: joined([input, ...others].map(({ mean }) => mean)),
    variance: joined([input, ...others].map(({ variance }) => variance)),
  }),
  slice: ({ node: { op }, input }) => mapped(input, (values) => values.slice(op.from, op.from + op.count)),
  shuffle: ({ node: { op }, input }) =>
    mapped(input, (values) => {
      const perGroup = values.length / op.groups;
      return values.map((_, c) => values[(c % op.groups) * perGroup + Math.floor(c / op.groups)] as number);
    }),
  dropout: unchanged,
  flatten: unchanged,
  linear: combined,
};
