// Untrained weights: He initialisation (He et al. 2015, uniform variant) from a seed, one stream of numbers per tensor.
import type { Graph, Node } from '../graph/ir.ts';
import { parametersOf, parameterSize, type ParameterRole, type ParameterSpec } from '../graph/parameters.ts';
import { uniformValues } from './random.ts';
import type { NamedTensor, NamedTensors } from './tensors.ts';

/**
 * Shift of every batch norm. With 0, untrained h-swish and swish networks are unstable: their gain grows with the signal, so
 * over 27 batch norms a picture of more contrast explodes and one of less dies away. Around 0.5 gain falls with the signal.
 */
const NORM_SHIFT = 0.5;

/** Slope of PReLU at the start, as in Paddle and PyTorch. */
const PRELU_SLOPE = 0.25;

/** Inputs that each output sums over: the weights' variance is 2 / fan-in. */
const fanIn = ({ shape }: ParameterSpec, { op }: Node): number =>
  op.kind === 'linear' ? (shape[0] ?? 1) : shape.slice(1).reduce((product, size) => product * size, 1);

const constant = (spec: ParameterSpec, value: number) => new Float32Array(parameterSize(spec)).fill(value);

type Initial = (spec: ParameterSpec, node: Node, seed: number) => Float32Array<ArrayBuffer>;

const INITIAL: { readonly [R in ParameterRole]: Initial } = {
  weight: (spec, node, seed) => {
    const values = uniformValues({ seed, name: spec.name }, parameterSize(spec));
    const bound = Math.sqrt(6 / fanIn(spec, node));
    for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * bound;
    return values;
  },
  bias: (spec) => constant(spec, 0),
  scale: (spec) => constant(spec, 1),
  shift: (spec) => constant(spec, NORM_SHIFT),
  mean: (spec) => constant(spec, 0),
  variance: (spec) => constant(spec, 1),
  slope: (spec) => constant(spec, PRELU_SLOPE),
};

interface Request {
  readonly graph: Graph;
  readonly seed: number;
  /** Tensors of another network with the same seed: those of equal name and shape are taken over. */
  readonly reuse?: NamedTensors;
}

/** Before a gate clip(x, 0, 1): slope and offset that hard-sigmoids have in themselves. Without, most gates would be shut or wide open. */
const GATE = { slope: 1 / 6, offset: 0.5 };

/** Layers whose result is clipped to 0 … 1. */
const beforeClips = ({ nodes }: Graph): ReadonlySet<string> =>
  new Set(
    nodes.flatMap(({ op, inputs }) => (op.kind === 'activation' && op.function === 'clip' ? inputs : [])),
  );

/** A tensor's values depend on seed, name and shape only: changing one block leaves the others' weights as they are. */
export function initialWeights({ graph, seed, reuse }: Request): NamedTensors {
  const clipped = beforeClips(graph);
  const tensor = (spec: ParameterSpec, node: Node): NamedTensor => {
    const known = reuse?.get(spec.name);
    if (known && String(known.shape) === String(spec.shape)) return known;
    const data = INITIAL[spec.role](spec, node, seed);
    if (clipped.has(node.name)) {
      if (spec.role === 'bias') data.fill(GATE.offset);
      else data.forEach((value, i) => (data[i] = value * GATE.slope));
    }
    return { shape: spec.shape, data };
  };
  return new Map(
    graph.nodes.flatMap((node) => parametersOf(node).map((spec) => [spec.name, tensor(spec, node)] as const)),
  );
}
