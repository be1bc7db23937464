// ONNX files: however they store their values, and what is said of those that are not in order.
import { describe, expect, it } from 'vitest';
import { OnnxError } from '../../../src/lib/core/onnx/onnxError.ts';
import { encode } from '../../../src/lib/core/onnx/protobuf/encode.ts';
import { readOnnx } from '../../../src/lib/core/onnx/read/readOnnx.ts';
import {
  DATA_TYPE,
  MODEL,
  type ModelMessage,
  type NodeMessage,
  type TensorMessage,
} from '../../../src/lib/core/onnx/schema.ts';

const bytesOf = (values: ArrayBufferView<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(values.buffer);

const RELU: NodeMessage = { name: 'a', opType: 'Relu', input: ['x'], output: ['y'] };

function file(graph: ModelMessage['graph'], model: ModelMessage = {}): Uint8Array<ArrayBuffer> {
  const value = (name: string) => ({ name, type: { tensorType: { elemType: 1 } } });
  return encode(MODEL, {
    ...model,
    graph: { node: [RELU], input: [value('x')], output: [value('y')], ...graph },
  });
}

const withTensor = (tensor: TensorMessage) =>
  readOnnx(file({ initializer: [{ name: 'w', ...tensor }] })).constants.get('w');

describe('a model', () => {
  it('has nodes, inputs, outputs and metadata', () => {
    const model = readOnnx(
      file(
        {
          node: [
            {
              ...RELU,
              name: '',
              domain: 'ai.onnx',
              attribute: [
                { name: 'axis', type: 2 },
                { name: 'pads', type: 7, ints: [1, -2] },
                { name: 'to', type: 3, s: bytesOf(Uint8Array.of(0x61)) },
              ],
            },
          ],
          input: [
            {
              name: 'x',
              type: { tensorType: { shape: { dim: [{ param: 'N' }, { value: 3 }, { value: -1 }, {}] } } },
            },
            { name: 'w' },
          ],
          initializer: [{ name: 'w', dataType: DATA_TYPE.float, dims: [0] }],
        },
        {
          irVersion: 8,
          producerName: 'p',
          opsetImport: [{ domain: 'other', version: 1 }, { version: 17 }],
          metadata: [{ key: 'scale', value: '0.5' }],
        },
      ),
    );
    expect(model).toMatchObject({ irVersion: 8, opset: 17, producer: { name: 'p', version: '' } });
    expect(model.inputs).toEqual([{ name: 'x', shape: ['N', 3, undefined, undefined] }]);
    expect(model.outputs).toEqual([{ name: 'y', shape: undefined }]);
    expect([...model.metadata]).toEqual([['scale', '0.5']]);
    const attributes = new Map<string, unknown>([['axis', 0], ['pads', [1, -2]], ['to', 'a']]); // prettier-ignore
    expect(model.nodes).toEqual([
      { name: 'y', op: 'Relu', domain: '', inputs: ['x'], outputs: ['y'], attributes },
    ]);
  });

  it.each([
    ['raw_data', { dataType: DATA_TYPE.float, rawData: bytesOf(Float32Array.of(1.5, -2)) }],
    ['float_data', { dataType: DATA_TYPE.float, floatData: [1.5, -2] }],
    ['double in raw_data', { dataType: DATA_TYPE.double, rawData: bytesOf(Float64Array.of(1.5, -2)) }],
    ['double_data', { dataType: DATA_TYPE.double, doubleData: [1.5, -2] }],
    [
      'half precision in raw_data',
      { dataType: DATA_TYPE.float16, rawData: bytesOf(Uint16Array.of(0x3e00, 0xc000)) },
    ],
    ['half precision in int32_data', { dataType: DATA_TYPE.float16, int32Data: [0x3e00, 0xc000] }],
    [
      'bfloat16 in raw_data',
      { dataType: DATA_TYPE.bfloat16, rawData: bytesOf(Uint16Array.of(0x3fc0, 0xc000)) },
    ],
    ['bfloat16 in int32_data', { dataType: DATA_TYPE.bfloat16, int32Data: [0x3fc0, 0xc000] }],
  ] satisfies readonly (readonly [string, TensorMessage])[])('has tensors as %s', (_name, tensor) => {
    expect(withTensor({ dims: [1, 2], ...tensor })).toEqual({
      shape: [1, 2],
      data: Float32Array.of(1.5, -2),
    });
  });

  it.each([
    ['int64 in raw_data', { dataType: DATA_TYPE.int64, rawData: bytesOf(BigInt64Array.of(-1n, 7n)) }],
    ['int64_data', { dataType: DATA_TYPE.int64, int64Data: [-1, 7] }],
    ['int32 in raw_data', { dataType: DATA_TYPE.int32, rawData: bytesOf(Int32Array.of(-1, 7)) }],
    ['int32_data', { dataType: DATA_TYPE.int32, int32Data: [-1, 7] }],
  ] satisfies readonly (readonly [string, TensorMessage])[])('has whole numbers as %s', (_name, tensor) => {
    expect(withTensor({ dims: [2], ...tensor })?.data).toEqual(Float32Array.of(-1, 7));
  });

  it.each([
    ['value', { t: { dims: [1], dataType: DATA_TYPE.float, floatData: [3] }, type: 4 }, [1]],
    ['value_float', { f: 3, type: 1 }, []],
    ['value_int', { i: 3, type: 2 }, []],
    ['value_floats', { floats: [3], type: 6 }, [1]],
    ['value_ints', { ints: [3], type: 7 }, [1]],
  ])('has Constant nodes with %s', (name, attribute, shape) => {
    const constant: NodeMessage = { opType: 'Constant', output: ['c'], attribute: [{ name, ...attribute }] };
    const { constants, nodes } = readOnnx(file({ node: [constant, RELU] }));
    expect(constants.get('c')).toEqual({ shape, data: Float32Array.of(3) });
    expect(nodes.map(({ op }) => op)).toEqual(['Relu']);
  });
});

describe('a name for two things is refused:', () => {
  const tensor = { name: 'w', dims: [1], dataType: DATA_TYPE.float, floatData: [1] };
  const constant = { opType: 'Constant', output: ['w'], attribute: [{ name: 'value_float', f: 3, type: 1 }] };
  const twice = 'a name of its own expected, got a second one';

  it.each<readonly [string, ModelMessage['graph'], string]>([
    ['initializers', { initializer: [tensor, { ...tensor, floatData: [2] }] }, `initializer w: ${twice}`],
    [
      'an initializer without a name',
      { initializer: [{ ...tensor, name: '' }] },
      'a name expected, got none',
    ],
    [
      'an initializer and a Constant node',
      { initializer: [tensor], node: [constant, RELU] },
      `node w (Constant), output w: ${twice}`,
    ],
    ['Constant nodes', { node: [constant, constant, RELU] }, `node w (Constant), output w: ${twice}`],
    ['inputs', { input: [{ name: 'x' }, { name: 'x' }] }, `input x: ${twice}`],
    [
      'an input and a Constant node',
      { input: [{ name: 'x' }, { name: 'w' }], node: [constant, RELU] },
      `input w: ${twice}`,
    ],
    [
      'attributes',
      {
        node: [
          {
            ...RELU,
            attribute: [
              { name: 'alpha', f: 1, type: 1 },
              { name: 'alpha', f: 2, type: 1 },
            ],
          },
        ],
      },
      `node a (Relu), attribute alpha: ${twice}`,
    ],
  ])('%s', (_what, graph, message) => {
    expect(() => readOnnx(file(graph))).toThrow(OnnxError);
    expect(() => readOnnx(file(graph))).toThrow(message);
  });

  it('metadata', () => {
    const metadata = [{ key: 'scale', value: '0.5' }, { key: 'scale', value: '1' }]; // prettier-ignore
    expect(() => readOnnx(file({}, { metadata }))).toThrow(`metadata scale: ${twice}`);
  });
});

describe('a file that is not in order', () => {
  const initializer = (tensor: TensorMessage) => file({ initializer: [{ name: 'w', ...tensor }] });

  it.each([
    [new Uint8Array(), 'file: an ONNX model with nodes expected, got none'],
    [file({ node: [] }), 'file: an ONNX model with nodes expected, got none'],
    [
      initializer({ dims: [3], dataType: 1, floatData: [1] }),
      'initializer w: 3 values for [3] expected, got 1',
    ],
    [
      initializer({ dims: [2 ** 31, 2 ** 31], dataType: 1 }),
      'initializer w: a shape of whole numbers expected, got [2147483648, 2147483648]',
    ],
    [
      initializer({ dims: [2 ** 40], dataType: 1, rawData: new Uint8Array(4) }),
      'initializer w: 1099511627776 values for [1099511627776] expected, got 1',
    ],
    [initializer({ dims: [-1], dataType: 1 }), 'initializer w: a shape of whole numbers expected, got [-1]'],
    [
      initializer({ dims: [1], dataType: 1, rawData: new Uint8Array(5) }),
      'initializer w: 1 values for [1] expected, got 1.25',
    ],
    [
      initializer({ dims: [1], dataType: 3 }),
      'initializer w: values of type float, int32, int64, float16, double, bfloat16 expected, got data type 3',
    ],
    [
      initializer({
        dims: [1],
        dataType: 1,
        dataLocation: 1,
        externalData: [{ key: 'location', value: 'model.onnx.data' }],
      }),
      'initializer w: values in the file itself (export without external data) expected, got a reference to the file model.onnx.data',
    ],
    [
      file({ node: [{ ...RELU, input: ['y'] }] }),
      'node a (Relu): inputs that earlier nodes give expected, got y',
    ],
    [
      file({
        node: [
          { ...RELU, input: ['z'] },
          { opType: 'Relu', name: 'b', input: ['y'], output: ['z'] },
        ],
      }),
      'node a (Relu): inputs that earlier nodes give expected, got z',
    ],
    [file({ node: [RELU, { ...RELU, name: 'b' }] }), 'node b (Relu): outputs of its own expected, got y'],
    [file({ output: [{ name: 'q' }] }), 'outputs: values that nodes give expected, got q'],
  ])('is refused: %#', (bytes, message) => {
    expect(() => readOnnx(bytes)).toThrow(OnnxError);
    expect(() => readOnnx(bytes)).toThrow(message);
  });
});
