// An ONNX graph under way: nodes, their tensors, and the shapes of the values between them.
import type { NamedTensor } from '../../weights/tensors.ts';
import type { AttributeMessage, NodeMessage, TensorMessage, ValueInfoMessage } from '../schema.ts';
import { floats, floatValue, integers, type Dimensions } from './tensors.ts';

/** A value in the ONNX graph: N × C × H × W, or N × C after flattening. */
export interface Value {
  readonly name: string;
  readonly rank: 2 | 4;
}

interface NewNode {
  readonly op: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly attributes?: readonly AttributeMessage[];
  /** As the node where not said. */
  readonly output?: string;
}

export class Draft {
  readonly nodes: NodeMessage[] = [];
  readonly values: ValueInfoMessage[] = [];
  readonly #tensors = new Map<string, TensorMessage>();

  get tensors(): readonly TensorMessage[] {
    return [...this.#tensors.values()];
  }

  /** Returns the name of what the node gives. */
  node({ op, name, inputs, attributes = [], output = name }: NewNode): string {
    this.nodes.push({ input: inputs, output: [output], name, opType: op, attribute: attributes });
    return output;
  }

  tensor(name: string, tensor: NamedTensor): string {
    this.#tensors.set(name, floats(name, tensor));
    return name;
  }

  integers(name: string, values: readonly number[]): string {
    this.#tensors.set(name, integers(name, values));
    return name;
  }

  /** One for all nodes that need this number. */
  scalar(value: number): string {
    return this.tensor(`constant ${value}`, { shape: [], data: Float32Array.of(value) });
  }

  shape(name: string, dimensions: Dimensions): void {
    this.values.push(floatValue(name, dimensions));
  }
}
