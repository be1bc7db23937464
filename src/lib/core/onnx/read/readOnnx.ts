// ONNX file → nodes, constants, inputs and outputs; refuses what is damaged or not in order.
import type { NamedTensor } from '../../weights/tensors.ts';
import { OnnxError } from '../onnxError.ts';
import { Cursor } from '../protobuf/cursor.ts';
import { decode } from '../protobuf/decode.ts';
import { MODEL, type ModelMessage, type NodeMessage, type ValueInfoMessage } from '../schema.ts';
import { constantOf, readAttribute } from './attribute.ts';
import { describeNode, type OnnxAttribute, type OnnxModel, type OnnxNode, type OnnxValue } from './model.ts';
import { readTensor } from './tensor.ts';

/** A name stands for one thing: with two, it would hang on the order of reading which of them is meant. */
function addOnce<V>(map: Map<string, V>, entry: { name: string; value: V; where: string }): void {
  const { name, value, where } = entry;
  if (map.has(name)) throw new OnnxError({ where, expected: 'a name of its own', found: 'a second one' });
  map.set(name, value);
}

function readNode(node: NodeMessage): OnnxNode {
  const { input: inputs = [], output: outputs = [], opType: op = '', domain = '' } = node;
  const name = node.name === undefined || node.name === '' ? (outputs[0] ?? '') : node.name;
  const where = describeNode({ name, op });
  const attributes = new Map<string, OnnxAttribute>();
  for (const attribute of node.attribute ?? []) {
    const { name: key = '' } = attribute;
    const value = readAttribute(attribute, where);
    if (value !== undefined) addOnce(attributes, { name: key, value, where: `${where}, attribute ${key}` });
  }
  return { name, op, domain: domain === 'ai.onnx' ? '' : domain, inputs, outputs, attributes };
}

const readValue = ({ name = '', type }: ValueInfoMessage): OnnxValue => ({
  name,
  // a fixed size below 1 is how some exporters write "any"
  shape: type?.tensorType?.shape?.dim?.map(({ value, param }) =>
    value !== undefined && value >= 1 ? value : param,
  ),
});

function metadataOf({ metadata = [] }: ModelMessage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { key: name = '', value = '' } of metadata)
    addOnce(found, { name, value, where: `metadata ${name}` });
  return found;
}

/** Every value has one origin, and every node reads only what stands before it: so nothing goes in a circle. */
function checkOrder({ inputs, outputs, nodes, constants }: OnnxModel): void {
  const known = new Set(['', ...constants.keys()]);
  for (const { name } of inputs) {
    if (known.has(name))
      throw new OnnxError({ where: `input ${name}`, expected: 'a name of its own', found: 'a second one' });
    known.add(name);
  }
  for (const node of nodes) {
    const unknown = node.inputs.find((name) => !known.has(name));
    if (unknown !== undefined)
      throw new OnnxError({
        where: describeNode(node),
        expected: 'inputs that earlier nodes give',
        found: unknown,
      });
    for (const name of node.outputs) {
      if (name !== '' && known.has(name))
        throw new OnnxError({ where: describeNode(node), expected: 'outputs of its own', found: name });
      known.add(name);
    }
  }
  const lost = outputs.find(({ name }) => !known.has(name));
  if (lost) throw new OnnxError({ where: 'outputs', expected: 'values that nodes give', found: lost.name });
}

/**
 * Reads a file of any exporter; weights must be in the file itself. Takes time and memory in proportion to the bytes that are
 * there, whatever they announce. Throws OnnxError.
 */
export function readOnnx(bytes: Uint8Array<ArrayBuffer>): OnnxModel {
  const message = decode(MODEL, new Cursor(bytes));
  const { graph } = message;
  if (!graph?.node?.length)
    throw new OnnxError({ where: 'file', expected: 'an ONNX model with nodes', found: 'none' });
  const constants = new Map<string, NamedTensor>();
  for (const tensor of graph.initializer ?? []) {
    const { name = '' } = tensor;
    const where = `initializer ${name}`;
    if (name === '') throw new OnnxError({ where, expected: 'a name', found: 'none' });
    addOnce(constants, { name, value: readTensor(tensor, where), where });
  }
  const isInitializer = new Set(constants.keys());
  const nodes: OnnxNode[] = [];
  for (const node of graph.node.map(readNode)) {
    const constant = node.op === 'Constant' ? constantOf(node.attributes) : undefined;
    const [name = ''] = node.outputs;
    if (constant)
      addOnce(constants, { name, value: constant, where: `${describeNode(node)}, output ${name}` });
    else nodes.push(node);
  }
  const model: OnnxModel = {
    irVersion: message.irVersion ?? 0,
    opset:
      message.opsetImport?.find(({ domain = '' }) => domain === '' || domain === 'ai.onnx')?.version ?? 0,
    producer: { name: message.producerName ?? '', version: message.producerVersion ?? '' },
    metadata: metadataOf(message),
    inputs: (graph.input ?? []).map(readValue).filter(({ name }) => !isInitializer.has(name)),
    outputs: (graph.output ?? []).map(readValue),
    nodes,
    constants,
  };
  checkOrder(model);
  return model;
}
