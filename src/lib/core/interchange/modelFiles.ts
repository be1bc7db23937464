// A network with its weights as files for other programs: ONNX, safetensors, a graph model of TensorFlow.js.
import type { NetConfig } from '../config/netConfig.ts';
import { fileStem } from '../fileName.ts';
import type { Graph } from '../graph/ir.ts';
import { onnxModel } from '../onnx/write/onnxModel.ts';
import { graphModel } from '../tfjs-format/graphModel.ts';
import type { NamedTensors } from '../weights/tensors.ts';
import { exportSafetensors } from './exportWeights.ts';
import { toMetadata } from './metadata.ts';
import type { ModelFile, ModelFormat, ModelRequest } from './modelForms.ts';
import { zip } from './zip.ts';

interface Source {
  readonly config: NetConfig;
  readonly graph: Graph;
  readonly weights: NamedTensors;
}

const PRODUCER = { name: 'LCNet Explorer', version: '0.1.0' } as const;

type Writer<F extends ModelFormat> = (
  source: Source,
  request: Extract<ModelRequest, { readonly format: F }>,
) => readonly ModelFile[];

const WRITERS: { readonly [F in ModelFormat]: Writer<F> } = {
  onnx: ({ config, graph, weights }, { norms, batch }) => [
    {
      name: `${fileStem(config)}.onnx`,
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
    { name: `${fileStem(config)}.safetensors`, bytes: exportSafetensors({ config, weights }) },
  ],
  tfjs: ({ config, graph, weights }) => {
    const { model, weights: bytes } = graphModel({ graph, weights, metadata: toMetadata(config) });
    // tf.loadGraphModel asks for these names
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

/** The same as one file: where a format has several, an archive with a folder of them. */
export function modelFile(source: Source, request: ModelRequest): ModelFile {
  const [file, ...others] = modelFiles(source, request);
  if (file && others.length === 0) return file;
  const folder = `${fileStem(source.config)}-${request.format}`;
  const inside = [...(file ? [file] : []), ...others];
  return {
    name: `${folder}.zip`,
    bytes: zip(inside.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes }))),
  };
}
