// What was found, under the official names and in the official layouts.
import { isKind, type Graph, type Node } from '../../graph/ir.ts';
import { foldNorm } from '../../weights/fold.ts';
import type { NamedTensor, NamedTensors } from '../../weights/tensors.ts';
import type { Affine } from './affine.ts';
import type { FoundNetwork } from './network.ts';

const vector = (data: Float32Array<ArrayBuffer>): NamedTensor => ({ shape: [data.length], data });

/** The layers in the order in which the graph has them. */
export const layersOf = ({ stem, blocks, lastConv, classifier }: FoundNetwork): readonly Affine[] => [
  stem.affine,
  ...blocks.flatMap(({ depthwise, se, pointwise }) => [
    depthwise.affine,
    ...(se ? [se.reduce, se.expand] : []),
    pointwise.affine,
  ]),
  ...(lastConv ? [lastConv.affine] : []),
  classifier,
];

const slopesOf = ({ stem, blocks, lastConv }: FoundNetwork): readonly NamedTensor[] =>
  [stem, ...blocks.flatMap(({ depthwise, pointwise }) => [depthwise, pointwise]), lastConv].flatMap((unit) =>
    unit?.activation.slopes ? [vector(unit.activation.slopes)] : [],
  );

/** The layer with its batch norm, if it has one, taken in. */
const folded = ({ weight, bias, norm }: Affine) =>
  norm ? foldNorm({ weight, bias }, norm) : { weight, bias };

/**
 * A batch norm of this epsilon that does what the file does. Where the exporter has folded it, what is left is the bias: weight 1,
 * mean 0, and variance 1 − ε, so that nothing is divided.
 */
function normTensors(
  { weight, bias, norm }: Affine,
  epsilon: number,
): readonly (readonly [string, NamedTensor])[] {
  const channels = weight.shape[0] ?? 0;
  const all = (value: number) => vector(new Float32Array(channels).fill(value));
  if (!norm)
    return [
      ['weight', all(1)],
      ['bias', bias ?? all(0)],
      ['_mean', all(0)],
      ['_variance', all(1 - epsilon)],
    ];
  const mean = bias ? norm.mean.data.map((value, c) => value - (bias.data[c] as number)) : norm.mean.data;
  // epsilons are compared as the file stores them, in single precision
  const gap = norm.epsilon - Math.fround(epsilon);
  const variance = gap === 0 ? norm.variance.data : norm.variance.data.map((value) => value + gap);
  return [
    ['weight', vector(norm.scale.data)],
    ['bias', vector(norm.shift.data)],
    ['_mean', vector(mean)],
    ['_variance', vector(variance)],
  ];
}

/** [out, in, 1, 1] → [in, out]. */
function turned({ shape, data }: NamedTensor): NamedTensor {
  const [out = 0, into = 0] = shape;
  const values = new Float32Array(data.length);
  for (let o = 0; o < out; o++)
    for (let i = 0; i < into; i++) values[i * out + o] = data[o * into + i] as number;
  return { shape: [into, out], data: values };
}

/** Every tensor of the graph. */
export function officialTensors(graph: Graph, found: FoundNetwork): NamedTensors {
  const tensors = new Map<string, NamedTensor>();
  const layers = [...layersOf(found)];
  const slopes = [...slopesOf(found)];
  const take = <T>(from: T[], { name }: Node): T => {
    const next = from.shift();
    if (next === undefined) throw new Error(`${name}: nothing was found for it`);
    return next;
  };
  graph.nodes.forEach((node, i) => {
    const behind = graph.nodes[i + 1];
    if (isKind(node, 'conv')) {
      const layer = take(layers, node);
      const norm = behind && isKind(behind, 'batchNorm') ? behind : undefined;
      const { weight, bias } = norm ? { weight: layer.weight, bias: undefined } : folded(layer);
      tensors.set(`${node.name}.weight`, weight);
      if (node.op.bias)
        tensors.set(`${node.name}.bias`, bias ?? vector(new Float32Array(node.op.outChannels)));
      if (norm)
        for (const [suffix, tensor] of normTensors(layer, norm.op.epsilon))
          tensors.set(`${norm.name}.${suffix}`, tensor);
    } else if (isKind(node, 'linear')) {
      const { weight, bias } = folded(take(layers, node));
      tensors.set(`${node.name}.weight`, turned(weight));
      tensors.set(`${node.name}.bias`, bias ?? vector(new Float32Array(node.op.outFeatures)));
    } else if (isKind(node, 'activation') && node.op.function === 'prelu')
      tensors.set(`${node.name}.weight`, take(slopes, node));
  });
  return tensors;
}
