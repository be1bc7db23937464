// The weight-sharing super-network of PP-LCNet: how the tensors of any network are cut out of the shared ones.
// Once-for-All (Cai et al. 2020, arXiv 1908.09791) for kernels, slimmable networks (Yu and Huang 2019) for channels.
import type { Graph } from '../graph/ir.ts';
import { graphParameters, parameterSize, type ParameterSpec } from '../graph/parameters.ts';
import { tensorOf, WeightsError, type NamedTensor, type NamedTensors } from './tensors.ts';

/** Networks without the last 1×1 convolution have a classifier of their own. */
const SHORT_CLASSIFIER = 'fc_without_last_conv';

/** Kernel sizes below the stored one, in the order in which they are made. */
const SMALLER_KERNELS = [5, 3] as const;

const DEPTHWISE = '.dw_conv.conv.weight';

/** The first `shape[i]` entries along every dimension. Throws WeightsError where there are fewer. */
function leading(name: string, { shape: from, data }: NamedTensor, shape: readonly number[]): NamedTensor {
  if (shape.length !== from.length || shape.some((length, i) => length > (from[i] as number)))
    throw new WeightsError({
      tensor: name,
      found: `[${shape.join(', ')}]`,
      expected: `at most [${from.join(', ')}]`,
    });
  const sizes = [...from.keys()].map((i) =>
    from.slice(i + 1).reduce((product, length) => product * length, 1),
  );
  const cut = new Float32Array(shape.reduce((product, length) => product * length, 1));
  let filled = 0;
  const copy = (axis: number, offset: number): void => {
    const [length, size] = [shape[axis] ?? 1, sizes[axis] ?? 1];
    const whole = shape.slice(axis + 1).every((inner, i) => inner === from[axis + 1 + i]);
    if (whole) {
      cut.set(data.subarray(offset, offset + length * size), filled);
      filled += length * size;
    } else for (let i = 0; i < length; i++) copy(axis + 1, offset + i * size);
  };
  copy(0, 0);
  return { shape, data: cut };
}

/**
 * The centre of a square kernel, as a vector, times a matrix: one matrix for all channels of a block.
 * @param kernels [channels, 1, k, k] @param matrix [size², size²]
 */
export function transformKernels(kernels: NamedTensor, matrix: NamedTensor, size: number): NamedTensor {
  const [channels = 0, , large = 0] = kernels.shape;
  const [margin, area] = [(large - size) / 2, size * size];
  const data = new Float32Array(channels * area);
  for (let c = 0; c < channels; c++)
    for (let to = 0; to < area; to++) {
      let sum = 0;
      for (let from = 0; from < area; from++) {
        const [row, column] = [Math.floor(from / size) + margin, (from % size) + margin];
        sum +=
          (matrix.data[to * area + from] as number) *
          (kernels.data[(c * large + row) * large + column] as number);
      }
      data[c * area + to] = sum;
    }
  return { shape: [channels, 1, size, size], data };
}

/** 7 × 7 as stored; 5 × 5 out of its centre; 3 × 3 out of the centre of that. */
function depthwiseKernels(supernet: NamedTensors, { name, shape }: ParameterSpec): NamedTensor {
  const stored = tensorOf(supernet, name);
  const [channels = 0, , size = 0] = shape;
  let kernels = leading(name, stored, [channels, ...stored.shape.slice(1)]);
  for (const smaller of SMALLER_KERNELS)
    if (size <= smaller) {
      const matrix = tensorOf(supernet, `${name.slice(0, -DEPTHWISE.length)}.dw_conv.to${smaller}`);
      kernels = transformKernels(kernels, matrix, smaller);
    }
  return leading(name, kernels, shape);
}

/**
 * Every tensor of a network of PP-LCNet: the first channels of the shared ones, its kernels transformed. Means and variances of
 * batch norm are 0 and 1, for they differ from network to network and have to be taken from images. Throws WeightsError where
 * the network is larger than the shared tensors.
 */
export function cutNetwork(graph: Graph, supernet: NamedTensors): NamedTensors {
  const short = !graph.nodes.some(({ name }) => name === 'last_conv');
  const cut = (spec: ParameterSpec): NamedTensor => {
    const { name, shape, role } = spec;
    if (role === 'mean' || role === 'variance')
      return { shape, data: new Float32Array(parameterSize(spec)).fill(role === 'mean' ? 0 : 1) };
    if (name.endsWith(DEPTHWISE)) return depthwiseKernels(supernet, spec);
    const source = short ? name.replace(/^fc\./, `${SHORT_CLASSIFIER}.`) : name;
    return leading(name, tensorOf(supernet, source), shape);
  };
  return new Map(graphParameters(graph).map((spec) => [spec.name, cut(spec)] as const));
}
