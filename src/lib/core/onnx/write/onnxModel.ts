// A network with its weights → ONNX file, for any runtime and for Netron.
import type { Graph, Node, OpKind } from '../../graph/ir.ts';
import { checkWeights, tensorOf, type NamedTensors } from '../../weights/tensors.ts';
import { encode } from '../protobuf/encode.ts';
import { MODEL } from '../schema.ts';
import { Draft, type Value } from './draft.ts';
import { foldedNorms, NOTHING_FOLDED } from './foldedNorms.ts';
import { OPS, type Call } from './ops.ts';
import { floatValue, type Dimensions } from './tensors.ts';

/** The first opset that has HardSwish is 14; 17 is what runtimes of 2022 and later read. */
const OPSET = 17;
/** The version of the format that came with that opset. */
const IR_VERSION = 8;

const OUTPUT = 'output';

export interface OnnxExport {
  readonly graph: Graph;
  /** Every tensor of the graph by its official name. */
  readonly weights: NamedTensors;
  /** Images per run: a number, or `N` for any number. */
  readonly batch: number | 'N';
  /** Batch norms become part of their convolutions, or stay nodes with the official tensors. */
  readonly norms: 'folded' | 'kept';
  /** What the file says of the network: settings as options (core/options.ts) and whatever else. */
  readonly metadata: readonly (readonly [key: string, value: string])[];
  readonly producer: { readonly name: string; readonly version: string };
}

/**
 * Input `input`: batch × channels × height × width in single precision, normalised as in training. Output `output`: batch × classes,
 * logits. Nodes are called as in the graph, tensors by their official names where they are unchanged (folding changes those of
 * convolutions). Throws WeightsError where weights and graph do not fit.
 */
export function onnxModel(request: OnnxExport): Uint8Array<ArrayBuffer> {
  const { graph, weights, batch, norms, metadata, producer } = request;
  checkWeights(graph, weights);
  const draft = new Draft();
  const folded = norms === 'folded' ? foldedNorms(graph, weights) : NOTHING_FOLDED;
  const values = new Map<string, Value>();
  const last = graph.nodes.at(-1);
  const sizes = ({ shape: [height, width, channels] }: Node, rank: 2 | 4): Dimensions =>
    rank === 2 ? [batch, channels] : [batch, channels, height, width];

  for (const node of graph.nodes) {
    const output = node === last ? OUTPUT : node.name;
    // the input node, which has no inputs, does not look at what it is given
    const [input = { name: output, rank: 4 }, ...others] = node.inputs.map(
      (name) => values.get(name) as Value,
    );
    const value = (OPS[node.op.kind] as (call: Call<OpKind>) => Value)({
      draft,
      node,
      input,
      others,
      output,
      tensor: (suffix) => tensorOf(weights, `${node.name}.${suffix}`),
      folded: folded.filters.get(node.name),
      isFolded: folded.norms.has(node.name),
    });
    values.set(node.name, value);
    const isNew = value.name === output && node !== last && node.op.kind !== 'input';
    if (isNew) draft.shape(output, sizes(node, value.rank));
  }

  const [first] = graph.nodes as readonly [Node];
  return encode(MODEL, {
    irVersion: IR_VERSION,
    producerName: producer.name,
    producerVersion: producer.version,
    opsetImport: [{ domain: '', version: OPSET }],
    metadata: metadata.map(([key, value]) => ({ key, value })),
    graph: {
      name: 'network',
      node: draft.nodes,
      initializer: draft.tensors,
      input: [floatValue(first.name, sizes(first, 4))],
      output: [floatValue(OUTPUT, sizes(last ?? first, 2))],
      valueInfo: draft.values,
    },
  });
}
