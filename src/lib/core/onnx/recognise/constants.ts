// Nodes that compute with constants alone: exporters leave reshaped biases and shared weights to the runtime.
import type { NamedTensor } from '../../weights/tensors.ts';
import { DATA_TYPE } from '../schema.ts';
import { numberOf, type Step } from './dataflow.ts';

type Fold = (
  tensor: NamedTensor,
  node: Pick<Step, 'attributes'>,
  others: readonly NamedTensor[],
) => NamedTensor | undefined;

const flatShape: Fold = ({ data }) => ({ shape: [data.length], data });

/** No exporter writes more. */
const MAX_DIMENSIONS = 8;

/** −1 stands for what is left over; anything odd becomes a plain list, which has the same values. */
const reshape: Fold = (tensor, node, [target]) => {
  const { data } = tensor;
  if (!target || target.data.length > MAX_DIMENSIONS) return flatShape(tensor, node, []);
  const sizes = [...target.data];
  const known = sizes.reduce((product, size) => (size > 0 ? product * size : product), 1);
  const shape = sizes.map((size) => (size === -1 ? data.length / known : size));
  const fits = shape.reduce((product, size) => product * size, 1) === data.length;
  return fits ? { shape, data } : flatShape(tensor, node, []);
};

const FLOATS: readonly number[] = [DATA_TYPE.float, DATA_TYPE.float16, DATA_TYPE.double, DATA_TYPE.bfloat16];

export const castsToFloat = (node: Pick<Step, 'attributes'>): boolean =>
  FLOATS.includes(numberOf(node, 'to', 0));

/** Undefined where the node does something else. */
export const FOLD_CONSTANT: ReadonlyMap<string, Fold> = new Map<string, Fold>([
  ['Identity', (tensor) => tensor],
  ['Cast', (tensor, node) => (castsToFloat(node) ? tensor : undefined)],
  ['Reshape', reshape],
  ['Squeeze', flatShape],
  ['Unsqueeze', flatShape],
  ['Flatten', flatShape],
]);
