// Exported graph models, run by TensorFlow.js itself: the same logits as the reference.
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import {
  io,
  loadGraphModel,
  setBackend,
  tensor4d,
  tidy,
  type GraphModel,
  type Tensor,
} from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FAMILY_IDS, type NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import type { Graph } from '../../../src/lib/core/graph/ir.ts';
import { referenceSteps } from '../../../src/lib/core/reference/run.ts';
import { word } from '../../../src/lib/core/tfjs-format/graphDef.ts';
import { graphModel } from '../../../src/lib/core/tfjs-format/graphModel.ts';
import { smoothNoise } from '../../../src/lib/core/weights/smoothNoise.ts';
import { untrainedWeights } from '../../../src/lib/core/weights/untrained.ts';
import { anyConfig } from '../anyConfig.ts';

const BATCH = 2;
const SMALL = { resolution: [32, 32], classes: 7 } as const;

const networkOf = (change: Partial<NetConfig>) => {
  const family = FAMILIES[change.family ?? 'pplcnet'];
  const config: NetConfig = { ...family.defaults, scale: family.scales[0] ?? 1, ...SMALL, ...change };
  return { config, graph: family.build(config) };
};

/** Slopes and shifts that differ by channel, as those of trained networks do. */
function variedWeights(graph: Graph) {
  return new Map(
    [...untrainedWeights({ graph, seed: 3 })].map(([name, { shape, data }]) => {
      const varies = shape.length === 1 && !name.includes('_variance');
      return [name, { shape, data: varies ? data.map((v, i) => v + 0.1 * Math.sin(i)) : data }];
    }),
  );
}

async function loaded(files: ReturnType<typeof graphModel>): Promise<GraphModel> {
  // by way of text, as a file would come
  const { modelTopology, weightsManifest, ...rest } = JSON.parse(JSON.stringify(files.model)) as Record<
    string,
    object
  > & { weightsManifest: { weights: io.WeightsManifestEntry[] }[] };
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  const artifacts = {
    ...rest,
    modelTopology: modelTopology as object,
    weightSpecs,
    weightData: files.weights.buffer,
  };
  return loadGraphModel(io.fromMemory(artifacts));
}

async function differenceFor(change: Partial<NetConfig>): Promise<number> {
  const { config, graph } = networkOf(change);
  const weights = variedWeights(graph);
  const shape = [...config.resolution, config.inputChannels] as const;
  const input = smoothNoise({ shape, batch: BATCH, seed: 2 });
  const model = await loaded(graphModel({ graph, weights }));
  const found = tidy(() => {
    const output = model.predict({ input: tensor4d(input, [BATCH, ...shape]) }) as Tensor;
    expect(output.shape).toEqual([BATCH, config.classes]);
    return output.dataSync();
  });
  model.dispose();
  const [last] = [...referenceSteps({ graph, weights, input, batch: BATCH })].slice(-1);
  const expected = last?.output ?? new Float32Array();
  const largest = Math.max(1, ...expected.map(Math.abs));
  return Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? NaN)))) / largest;
}

describe('a graph model', () => {
  beforeAll(async () => {
    setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
    await setBackend('wasm');
  });

  it.each(FAMILY_IDS)('gives the logits of the reference: %s', async (family) => {
    expect(await differenceFor({ family })).toBeLessThan(1e-4);
  });

  it.each(FAMILY_IDS)(
    'does so on an odd size with TensorFlow’s padding and strides by axis: %s',
    async (family) => {
      const { strides } = FAMILIES[family].defaults;
      const change = {
        family,
        padding: 'same',
        resolution: [37, 29],
        strides: strides.map((_, i) => (i % 2 ? ([2, 1] as const) : ([1, 2] as const))),
      } as const;
      expect(await differenceFor(change)).toBeLessThan(1e-4);
    },
  );

  it('does so for random networks of PP-LCNet', async () => {
    const small = anyConfig.map((config): Partial<NetConfig> => ({
      ...config,
      ...SMALL,
      resolution: [20, 20],
      scale: Math.min(config.scale, 0.25),
      lastConv: Math.min(config.lastConv, 64),
    }));
    await fc.assert(
      fc.asyncProperty(small, async (config) => {
        expect(await differenceFor(config)).toBeLessThan(1e-4);
      }),
      { numRuns: 10, seed: 7 },
    );
  }, 60_000);
});

describe.each(FAMILY_IDS)('the files of %s', (family) => {
  const { graph } = networkOf({ family });
  const weights = untrainedWeights({ graph, seed: 1 });
  const { model, weights: bytes } = graphModel({ graph, weights, metadata: { network: family } });
  const { node: nodes } = model.modelTopology;

  it('name every operation once, as TensorFlow allows it, and read only what is there', () => {
    const names = new Set(nodes.map(({ name }) => name));
    expect(names.size).toBe(nodes.length);
    expect([...names].filter((name) => !/^[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*$/.test(name))).toEqual([]);
    expect(nodes.flatMap(({ input = [] }) => input).filter((name) => !names.has(name))).toEqual([]);
  });

  it('hold as many bytes as the manifest says', () => {
    const sizes =
      model.weightsManifest[0]?.weights.map(({ shape }) => shape.reduce((a, b) => a * b, 4)) ?? [];
    expect(bytes.byteLength).toBe(sizes.reduce((a, b) => a + b, 0));
  });

  it('have no batch norm left: all are folded', () => {
    expect(nodes.filter(({ name }) => name.endsWith('/gain'))).toEqual([]);
  });

  it('say what they were told about the network', () => {
    expect(model.userDefinedMetadata).toEqual({ network: family });
  });
});

it('words of attributes are base64 of themselves', () => {
  const said = ['NHWC', 'SAME', 'VALID', 'EXPLICIT', 'BiasAdd', 'Relu', 'Relu6', 'Elu'] as const;
  expect(said.map((value) => Buffer.from(word(value).s ?? '', 'base64').toString())).toEqual(said);
});

it('weights that do not fit the graph are refused by name', () => {
  const { graph } = networkOf({});
  const weights = new Map(untrainedWeights({ graph, seed: 1 }));
  weights.delete('fc.bias');
  expect(() => graphModel({ graph, weights })).toThrow('fc.bias: [7] expected, got nothing');
});
