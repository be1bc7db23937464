// AttributeProto → its value, if it is of a kind that networks like ours have.
import type { NamedTensor } from '../../weights/tensors.ts';
import type { AttributeMessage } from '../schema.ts';
import type { OnnxAttribute } from './model.ts';
import { readTensor } from './tensor.ts';

/** By `AttributeProto.AttributeType`. What is zero or empty may be left out of a file. */
const BY_TYPE: Readonly<Record<number, (attribute: AttributeMessage, where: string) => OnnxAttribute>> = {
  1: ({ f = 0 }) => f,
  2: ({ i = 0 }) => i,
  3: ({ s = new Uint8Array() }) => new TextDecoder().decode(s),
  4: ({ t = {} }, where) => readTensor(t, where),
  6: ({ floats = [] }) => floats,
  7: ({ ints = [] }) => ints,
};

/** Undefined for sub-graphs and other things that no node we know has. Throws OnnxError. */
export const readAttribute = (attribute: AttributeMessage, where: string): OnnxAttribute | undefined =>
  BY_TYPE[attribute.type ?? 0]?.(attribute, `${where}, attribute ${attribute.name ?? ''}`);

const vector = (values: readonly number[], shape: readonly number[]): NamedTensor => ({
  shape,
  data: Float32Array.from(values),
});

/** What a Constant node holds, in any of the attributes for it. */
export function constantOf(attributes: ReadonlyMap<string, OnnxAttribute>): NamedTensor | undefined {
  for (const value of attributes.values()) {
    if (typeof value === 'number') return vector([value], []);
    if (typeof value === 'object') return 'data' in value ? value : vector(value, [value.length]);
  }
  return undefined;
}
