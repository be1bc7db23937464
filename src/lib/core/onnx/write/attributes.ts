// Attributes of the nodes that are written.
import { ATTRIBUTE_TYPE, type AttributeMessage } from '../schema.ts';

export const float = (name: string, f: number): AttributeMessage => ({ name, type: ATTRIBUTE_TYPE.float, f });

export const int = (name: string, i: number): AttributeMessage => ({ name, type: ATTRIBUTE_TYPE.int, i });

export const ints = (name: string, values: readonly number[]): AttributeMessage => ({
  name,
  type: ATTRIBUTE_TYPE.ints,
  ints: values,
});
