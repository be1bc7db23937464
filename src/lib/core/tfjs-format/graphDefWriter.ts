// GraphDefWriter: collects the nodes of a GraphDef and, one behind the other, the values of its constants.
import { FLOAT, INT32, shapeProto, type Attributes, type NodeDef } from './graphDef.ts';

/** An entry of the weights manifest of TensorFlow.js. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
}

interface Constant {
  readonly shape: readonly number[];
  readonly data: Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
}

export class GraphDefWriter {
  readonly nodes: NodeDef[] = [];
  readonly specs: WeightSpec[] = [];
  readonly #data: Constant['data'][] = [];
  readonly #names = new Set<string>();

  /** Adds an operation on floats; returns its name. */
  add(op: string, name: string, inputs: readonly string[], attr: Attributes = {}): string {
    this.nodes.push({ name, op, input: inputs, attr: { T: FLOAT, ...attr } });
    return name;
  }

  /** Adds an operation with attributes of its own and no input. */
  source(op: string, name: string, attr: Attributes): string {
    this.nodes.push({ name, op, attr });
    return name;
  }

  /** Adds a constant, once per name; returns its name. */
  constant(name: string, { shape, data }: Constant): string {
    if (this.#names.has(name)) return name;
    this.#names.add(name);
    const isFloat = data instanceof Float32Array;
    const dtype = isFloat ? FLOAT : INT32;
    this.nodes.push({ name, op: 'Const', attr: { dtype, value: { shape: shapeProto(shape) } } });
    this.specs.push({ name, shape, dtype: isFloat ? 'float32' : 'int32' });
    this.#data.push(data);
    return name;
  }

  /** A scalar, shared by all who need the same. */
  number(value: number): string {
    return this.constant(`number/${value}`.replace('-', 'minus_').replace('+', ''), {
      shape: [],
      data: Float32Array.of(value),
    });
  }

  /** A list of whole numbers: a shape, axes, a permutation; shared by all who need the same. */
  list(values: readonly number[]): string {
    const name = `list/${values.join('_').replaceAll('-', 'minus_')}`;
    return this.constant(name, { shape: [values.length], data: Int32Array.from(values) });
  }

  /** All constants in the order of `specs`. */
  bytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#data.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let at = 0;
    for (const { buffer, byteOffset, byteLength } of this.#data) {
      bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
      at += byteLength;
    }
    return bytes;
  }
}
