// Runs this program's own kernels, its tfjs path and onnxruntime-web in turn, the last on the very ONNX file that is exported, so that all see the same machine.
import * as ort from 'onnxruntime-web/wasm';
import ortCode from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import ortWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { onnxModel } from '../../src/lib/core/onnx/write/onnxModel.ts';
import { quantile, sorted } from '../../src/lib/core/tradeoff/timing.ts';
import { smoothNoise } from '../../src/lib/core/weights/smoothNoise.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';
import { open as openSimd } from '../../src/lib/engines/adapters/simd.ts';
import { open as openTfjs } from '../../src/lib/engines/adapters/tfjs.ts';
import { wasmFiles } from '../../src/lib/engines/adapters/tfjs/wasmFiles.ts';
import type { Runtime } from '../../src/lib/engines/engine.ts';
import { NETWORKS } from './networks.ts';

const CONTENDERS = ['kernels', 'oneThread', 'tfjs', 'ort'] as const;
type Contender = (typeof CONTENDERS)[number];

export interface Medians extends Readonly<Record<Contender, number>> {
  readonly name: string;
  /** Of our kernels: from the graph with its weights to a network that can run. */
  readonly compileMs: number;
}

const ROUNDS = 12;
/** Runs of each in a row, after one that does not count: threads are then as awake as in use. */
const TURNS = 5;
/** Threads of the one before look for work for a while before they sleep. */
const REST_MS = 30;
const COMPILATIONS = 7;
const TOLERANCE = 1e-3;

/** N × H × W × C to N × C × H × W, for one image. */
function channelsFirst(input: Float32Array, channels: number): Float32Array {
  const area = input.length / channels;
  return Float32Array.from(input, (_, i) => input[(i % area) * channels + Math.floor(i / area)] ?? 0);
}

const median = (values: readonly number[]): number => quantile(sorted(values), 0.5);

interface Runtimes {
  readonly kernels: Runtime;
  readonly oneThread: Runtime;
  readonly tfjs: Runtime;
}

async function start(threads: number): Promise<Runtimes> {
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmPaths = { wasm: ortWasm, mjs: ortCode };
  return {
    kernels: await openSimd(threads > 1 ? 'simd-threads' : 'simd', {}),
    oneThread: await openSimd('simd', {}),
    tfjs: await openTfjs(threads > 1 ? 'wasm-threads' : 'wasm', {
      wasmFiles: () => Promise.resolve(wasmFiles),
    }),
  };
}

async function compare(
  { name, config }: (typeof NETWORKS)[number],
  { kernels, oneThread, tfjs }: Runtimes,
): Promise<Medians> {
  const graph = FAMILIES[config.family].build(config);
  const weights = untrainedWeights({ graph, seed: 1 });
  const shape = [...config.resolution, config.inputChannels] as const;
  const input = smoothNoise({ shape, batch: 1, seed: 1 });
  const compileMs = Array.from({ length: COMPILATIONS }, () => {
    const begin = performance.now();
    kernels.compile({ graph, weights }).dispose();
    return performance.now() - begin;
  });
  const networks = [kernels, oneThread, tfjs].map((runtime) => runtime.compile({ graph, weights }));
  const file = onnxModel({
    graph,
    weights,
    batch: 1,
    norms: 'folded',
    metadata: [],
    producer: { name: 'bench', version: '0' },
  });
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] });
  const planar = channelsFirst(input, config.inputChannels);
  const dims = [1, config.inputChannels, ...config.resolution];

  const runs: readonly (() => Promise<ArrayLike<number>>)[] = [
    ...networks.map((network) => () => network.run({ input, batch: 1 })),
    async () => {
      const { output } = await session.run({ input: new ort.Tensor('float32', planar, dims) });
      return output?.data as Float32Array;
    },
  ];
  const [expected = [], ...others] = await Promise.all(runs.map((run) => run()));
  for (const other of others)
    if (!Array.from(expected).every((value, i) => Math.abs(value - (other[i] ?? NaN)) < TOLERANCE))
      throw new Error(`${name}: two of them compute something else`);

  const samples = runs.map((): number[] => []);
  for (let round = -1; round < ROUNDS; round++)
    for (const [i, run] of runs.entries()) {
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      await run();
      for (let turn = 0; turn < TURNS; turn++) {
        const begin = performance.now();
        await run();
        if (round >= 0) samples[i]?.push(performance.now() - begin);
      }
    }
  for (const network of networks) network.dispose();
  await session.release();
  const medians = CONTENDERS.map((contender, i) => [contender, median(samples[i] ?? [])] as const);
  return {
    name,
    compileMs: median(compileMs),
    ...(Object.fromEntries(medians) as Record<Contender, number>),
  };
}

async function answer(threads: number): Promise<readonly Medians[]> {
  const started = await start(threads);
  const medians: Medians[] = [];
  for (const network of NETWORKS) medians.push(await compare(network, started));
  return medians;
}

Object.assign(window, { answer });
