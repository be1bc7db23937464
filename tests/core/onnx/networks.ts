// Networks for the tests of ONNX files: every setting of PP-LCNet in small seeded variants, with weights that differ by channel.
import fc from 'fast-check';
import { ACTIVATIONS, type NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import type { Graph } from '../../../src/lib/core/graph/ir.ts';
import { onnxModel, type OnnxExport } from '../../../src/lib/core/onnx/write/onnxModel.ts';
import { writeOptions } from '../../../src/lib/core/options.ts';
import type { NamedTensor, NamedTensors } from '../../../src/lib/core/weights/tensors.ts';
import { untrainedWeights } from '../../../src/lib/core/weights/untrained.ts';
import { anyConfig } from '../anyConfig.ts';

/** Trained networks have scales, shifts, biases and slopes that differ by channel. */
function variedWeights(graph: Graph): NamedTensors {
  const weights = untrainedWeights({ graph, seed: 4 });
  return new Map(
    [...weights].map(([name, { shape, data }]) => {
      const isVector = shape.length === 1 && !name.includes('_variance');
      return [name, { shape, data: isVector ? data.map((v, i) => v + 0.1 * Math.sin(i)) : data }];
    }),
  );
}

/** Small enough to be run by plain loops. */
const small = (config: NetConfig): NetConfig => ({
  ...config,
  scale: Math.min(config.scale, 0.1 + (config.scale % 0.15)),
  resolution: [28 + (config.resolution[0] % 9), 28 + (config.resolution[1] % 9)],
  classes: 1 + (config.classes % 12),
  lastConv: Math.min(config.lastConv, 64),
});

/** Always the same ones; among seven in a row there is every activation. */
export const somePPLCNets = (count: number): readonly NetConfig[] =>
  fc
    .sample(anyConfig, { seed: 17, numRuns: count })
    .map((config, i) => ({ ...small(config), activation: ACTIVATIONS[i % ACTIVATIONS.length] ?? 'relu' }));

const bytesOf = ({ data }: NamedTensor) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

/** Names of the tensors that are missing, superfluous, or not equal to the last bit. */
export function differingTensors(found: NamedTensors, expected: NamedTensors): readonly string[] {
  return [...new Set([...found.keys(), ...expected.keys()])].filter((name) => {
    const [f, e] = [found.get(name), expected.get(name)];
    return !f || !e || f.shape.join() !== e.shape.join() || Buffer.compare(bytesOf(f), bytesOf(e)) !== 0;
  });
}

type Options = Partial<Pick<OnnxExport, 'batch' | 'norms' | 'metadata'>>;

export function exported(config: NetConfig, options: Options = {}) {
  const graph = FAMILIES[config.family].build(config);
  const weights = variedWeights(graph);
  const bytes = onnxModel({
    graph,
    weights,
    batch: 1,
    norms: 'kept',
    metadata: writeOptions(config),
    producer: { name: 'lcnet-explorer', version: '0' },
    ...options,
  });
  return { graph, weights, bytes };
}

const { defaults } = FAMILIES.pplcnet;

/** A narrow PP-LCNet of 13 blocks. */
export const narrow: NetConfig = { ...defaults, scale: 0.1, resolution: [32, 32], classes: 5, lastConv: 24 };
