// A network with its weights as files for other programs: ONNX, safetensors, a graph model of TensorFlow.js.
import type { NetConfig } from '../config/netConfig.ts';
import type { Graph } from '../graph/ir.ts';
import { onnxModel } from '../onnx/write/onnxModel.ts';
import { graphModel } from '../tfjs-format/graphModel.ts';
import type { NamedTensors } from '../weights/tensors.ts';
import { exportSafetensors } from './exportWeights.ts';
import { toMetadata } from './metadata.ts';
import type { ModelFile, ModelFormat, ModelRequest } from './modelForms.ts';

interface Source {
  readonly config: NetConfig;
  readonly graph: Graph;
  readonly weights: NamedTensors;
}

const PRODUCER = { name: 'LCNet Explorer', version: '0.1.0' } as const;

/** Names that programs expect have none of the network in them. */
const baseName = ({ family, scale }: NetConfig): string => `${family}-x${scale}`;

type Writer<F extends ModelFormat> = (
  source: Source,
  request: Extract<ModelRequest, { readonly format: F }>,
) => readonly ModelFile[];

const WRITERS: { readonly [F in ModelFormat]: Writer<F> } = {
  onnx: ({ config, graph, weights }, { norms, batch }) => [
    {
      name: `${baseName(config)}.onnx`,
      bytes: onnxModel({
        graph,
        weights,
        norms,
        batch,
        metadata: Object.entries(toMetadata(config)),
        producer: PRODUCER,
      }),
    },
  ],
  safetensors: ({ config, weights }) => [
    { name: `${baseName(config)}.safetensors`, bytes: exportSafetensors({ config, weights }) },
  ],
  tfjs: ({ config, graph, weights }) => {
    const { model, weights: bytes } = graphModel({ graph, weights, metadata: toMetadata(config) });
    return [
      { name: 'model.json', bytes: new TextEncoder().encode(`${JSON.stringify(model)}\n`) },
      { name: 'weights.bin', bytes },
    ];
  },
};

/** The files of a format, the one to open first. Throws WeightsError where weights do not fit the network. */
export function modelFiles({ config, graph, weights }: Source, request: ModelRequest): readonly ModelFile[] {
  const write = WRITERS[request.format] as (source: Source, request: ModelRequest) => readonly ModelFile[];
  return write({ config, graph, weights }, request);
}
