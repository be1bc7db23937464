// A network with its weights as a graph model of TensorFlow.js: `model.json` and `weights.bin`, for `tf.loadGraphModel`.
import type { Graph, Node } from '../graph/ir.ts';
import { checkWeights, type NamedTensors } from '../weights/tensors.ts';
import { chainsOf } from './chains.ts';
import type { Context } from './context.ts';
import { shapeProto, type GraphDef } from './graphDef.ts';
import { GraphDefWriter, type WeightSpec } from './graphDefWriter.ts';
import { translate } from './translate.ts';

const WEIGHTS_FILE = 'weights.bin';
const OUTPUT = 'output';

interface TensorInfo {
  readonly name: string;
  readonly dtype: 'DT_FLOAT';
  readonly tensorShape: ReturnType<typeof shapeProto>;
}

/** What `model.json` holds. */
export interface GraphModelJson {
  readonly format: 'graph-model';
  readonly generatedBy: string;
  readonly convertedBy: null;
  readonly signature: {
    readonly inputs: { readonly input: TensorInfo };
    readonly outputs: { readonly output: TensorInfo };
  };
  readonly userDefinedMetadata: Readonly<Record<string, string>>;
  readonly modelTopology: GraphDef;
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly WeightSpec[];
  }[];
}

export interface GraphModelFiles {
  readonly model: GraphModelJson;
  /** `weights.bin`, which stands beside `model.json`. */
  readonly weights: Uint8Array<ArrayBuffer>;
}

interface Source {
  readonly graph: Graph;
  /** By official name. */
  readonly weights: NamedTensors;
  /** Anything that readers of the file should know: the network, how pictures are prepared. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** TensorFlow's names do not begin with an underscore, as layers of official code may. */
const operationName = (layer: string): string => (layer.startsWith('_') ? `layer/${layer}` : layer);

/** Chain by chain; returns the name of the last operation. */
function translateAll(writer: GraphDefWriter, { graph, weights }: Source): string {
  const names = new Map<string, string>();
  const flat = new Set<string>();
  let result = '';
  for (const chain of chainsOf(graph)) {
    const { core, last } = chain;
    const inputs = core.inputs.map((input) => names.get(input) ?? input);
    const isFlat = flat.has(core.inputs[0] ?? '');
    const name = operationName(last.name);
    const context: Context = { writer, weights, chain, inputs, name, isFlat };
    result = translate(context, core);
    names.set(last.name, result);
    if (isFlat || core.op.kind === 'flatten') flat.add(last.name);
  }
  return result;
}

const info = (name: string, sizes: readonly number[]): TensorInfo => ({
  name: `${name}:0`,
  dtype: 'DT_FLOAT',
  tensorShape: shapeProto([-1, ...sizes]),
});

/**
 * Input `input`, batch × height × width × channels; output `output`, batch × classes (logits). Operations are named after the layers (`layer/…`
 * where that begins with an underscore), so that any of them can be asked for. Batch norms are folded into convolutions. Throws WeightsError where weights do not fit the graph.
 */
export function graphModel(source: Source): GraphModelFiles {
  const { graph, weights, metadata = {} } = source;
  checkWeights(graph, weights);
  const writer = new GraphDefWriter();
  writer.add('Identity', OUTPUT, [translateAll(writer, source)]);
  const [first, last] = [graph.nodes[0], graph.nodes.at(-1)] as [Node, Node];
  return {
    model: {
      format: 'graph-model',
      generatedBy: 'LCNet Explorer',
      convertedBy: null,
      signature: {
        inputs: { input: info(first.name, first.shape) },
        outputs: { output: info(OUTPUT, [last.shape[2]]) },
      },
      userDefinedMetadata: metadata,
      modelTopology: { node: writer.nodes, library: {}, versions: { producer: 1 } },
      weightsManifest: [{ paths: [WEIGHTS_FILE], weights: writer.specs }],
    },
    weights: writer.bytes(),
  };
}
