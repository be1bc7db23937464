// The messages of an ONNX file, as far as networks like ours use them. Source: onnx/onnx.proto of the repository onnx/onnx.
// Sub-graphs, functions and sparse tensors are not among them, so no message nests in itself.
import type { Message, Schema } from './protobuf/schema.ts';

const ENTRY = { key: [1, 'string'], value: [2, 'string'] } as const satisfies Schema;

const TENSOR = {
  dims: [1, 'ints'],
  dataType: [2, 'int'],
  floatData: [4, 'floats'],
  int32Data: [5, 'ints'],
  int64Data: [7, 'ints'],
  name: [8, 'string'],
  rawData: [9, 'bytes'],
  doubleData: [10, 'doubles'],
  externalData: [13, { many: ENTRY }],
  dataLocation: [14, 'int'],
} as const satisfies Schema;

const ATTRIBUTE = {
  name: [1, 'string'],
  f: [2, 'float'],
  i: [3, 'int'],
  s: [4, 'bytes'],
  t: [5, { one: TENSOR }],
  floats: [7, 'floats'],
  ints: [8, 'ints'],
  type: [20, 'int'],
} as const satisfies Schema;

const NODE = {
  input: [1, 'strings'],
  output: [2, 'strings'],
  name: [3, 'string'],
  opType: [4, 'string'],
  attribute: [5, { many: ATTRIBUTE }],
  domain: [7, 'string'],
} as const satisfies Schema;

const DIMENSION = { value: [1, 'int'], param: [2, 'string'] } as const satisfies Schema;
const TENSOR_SHAPE = { dim: [1, { many: DIMENSION }] } as const satisfies Schema;
const TENSOR_TYPE = { elemType: [1, 'int'], shape: [2, { one: TENSOR_SHAPE }] } as const satisfies Schema;
const TYPE = { tensorType: [1, { one: TENSOR_TYPE }] } as const satisfies Schema;
const VALUE_INFO = { name: [1, 'string'], type: [2, { one: TYPE }] } as const satisfies Schema;

const GRAPH = {
  node: [1, { many: NODE }],
  name: [2, 'string'],
  initializer: [5, { many: TENSOR }],
  input: [11, { many: VALUE_INFO }],
  output: [12, { many: VALUE_INFO }],
  valueInfo: [13, { many: VALUE_INFO }],
} as const satisfies Schema;

const OPSET = { domain: [1, 'string'], version: [2, 'int'] } as const satisfies Schema;

export const MODEL = {
  irVersion: [1, 'int'],
  producerName: [2, 'string'],
  producerVersion: [3, 'string'],
  graph: [7, { one: GRAPH }],
  opsetImport: [8, { many: OPSET }],
  metadata: [14, { many: ENTRY }],
} as const satisfies Schema;

export type ModelMessage = Message<typeof MODEL>;
export type TensorMessage = Message<typeof TENSOR>;
export type AttributeMessage = Message<typeof ATTRIBUTE>;
export type NodeMessage = Message<typeof NODE>;
export type ValueInfoMessage = Message<typeof VALUE_INFO>;

/** `TensorProto.DataType`, what can be read. */
export const DATA_TYPE = { float: 1, int32: 6, int64: 7, float16: 10, double: 11, bfloat16: 16 } as const;

/** `AttributeProto.AttributeType`, what is written. */
export const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 } as const;

/** `TensorProto.DataLocation`: the values lie in another file. */
export const EXTERNAL = 1;
