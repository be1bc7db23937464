// Tensors under official names put into the layouts of this program, each against what the network expects.
import type { Graph } from '../graph/ir.ts';
import { graphParameters, type ParameterSpec } from '../graph/parameters.ts';
import { isKind } from '../graph/ir.ts';
import { WeightsError, type NamedTensor, type NamedTensors } from '../weights/tensors.ts';

/** A tensor and what it is called in its file. */
export interface FileTensor {
  readonly name: string;
  readonly tensor: NamedTensor;
}

/** [rows, columns] → [columns, rows] */
function transposed({ shape: [rows = 0, columns = 0], data }: NamedTensor): NamedTensor {
  const turned = new Float32Array(data.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) turned[c * rows + r] = data[r * columns + c] as number;
  return { shape: [columns, rows], data: turned };
}

const say = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

interface Request {
  readonly graph: Graph;
  /** By official name. */
  readonly found: ReadonlyMap<string, FileTensor>;
  /** Whether linear layers are stored [out, in]. */
  readonly outFirst: boolean;
}

/** Exactly the tensors that the network needs. Throws WeightsError, with the tensor's name in the file. */
export function fitWeights({ graph, found, outFirst }: Request): NamedTensors {
  const linear = new Set(
    graph.nodes.filter((node) => isKind(node, 'linear')).map(({ name }) => `${name}.weight`),
  );
  const specs = graphParameters(graph);
  const fitted = ({ name, shape }: ParameterSpec): NamedTensor => {
    const turn = outFirst && linear.has(name);
    const expected = say(turn ? [...shape].reverse() : shape);
    const { name: inFile = name, tensor } = found.get(name) ?? {};
    if (!tensor || say(tensor.shape) !== expected)
      throw new WeightsError({ tensor: inFile, found: tensor ? say(tensor.shape) : 'nothing', expected });
    return turn ? transposed(tensor) : tensor;
  };
  const weights = new Map(specs.map((spec) => [spec.name, fitted(spec)] as const));
  for (const [name, { name: inFile, tensor }] of found)
    if (!weights.has(name))
      throw new WeightsError({ tensor: inFile, found: say(tensor.shape), expected: 'no such tensor' });
  return weights;
}
