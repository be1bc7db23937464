// Runs this program's tfjs path and onnxruntime-web in turn, on the very ONNX file that is exported, so that both see the same machine.
import * as ort from 'onnxruntime-web/wasm';
import ortCode from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import ortWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { onnxModel } from '../../src/lib/core/onnx/write/onnxModel.ts';
import { quantile, sorted } from '../../src/lib/core/tradeoff/timing.ts';
import { smoothNoise } from '../../src/lib/core/weights/smoothNoise.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';
import { open } from '../../src/lib/engines/adapters/tfjs.ts';
import { wasmFiles } from '../../src/lib/engines/adapters/tfjs/wasmFiles.ts';
import { NETWORKS } from './networks.ts';

export interface Pair {
  readonly name: string;
  /** Medians. */
  readonly oursMs: number;
  readonly ortMs: number;
}

const WARMUP = 5;
const ROUNDS = 40;
const TOLERANCE = 1e-3;

const threads = Number(new URLSearchParams(location.search).get('threads'));

ort.env.wasm.numThreads = threads;
ort.env.wasm.wasmPaths = { wasm: ortWasm, mjs: ortCode };

const runtime = await open(threads > 1 ? 'wasm-threads' : 'wasm', {
  wasmFiles: () => Promise.resolve(wasmFiles),
});

/** N × H × W × C to N × C × H × W, for one image. */
function channelsFirst(input: Float32Array, channels: number): Float32Array {
  const area = input.length / channels;
  return Float32Array.from(input, (_, i) => input[(i % area) * channels + Math.floor(i / area)] ?? 0);
}

async function compare({ name, config }: (typeof NETWORKS)[number]): Promise<Pair> {
  const graph = FAMILIES[config.family].build(config);
  const weights = untrainedWeights({ graph, seed: 1 });
  const shape = [...config.resolution, config.inputChannels] as const;
  const input = smoothNoise({ shape, batch: 1, seed: 1 });
  const network = runtime.compile({ graph, weights });
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

  const ours = () => network.run({ input, batch: 1 });
  const theirs = async () => {
    const { output } = await session.run({ input: new ort.Tensor('float32', planar, dims) });
    return output?.data as Float32Array;
  };
  const [a, b] = [await ours(), await theirs()];
  if (!a.every((value, i) => Math.abs(value - (b[i] ?? NaN)) < TOLERANCE))
    throw new Error(`${name}: the two compute something else`);

  const samples = { ours: [] as number[], theirs: [] as number[] };
  for (let round = -WARMUP; round < ROUNDS; round++)
    for (const [who, run] of [
      ['ours', ours],
      ['theirs', theirs],
    ] as const) {
      const begin = performance.now();
      await run();
      if (round >= 0) samples[who].push(performance.now() - begin);
    }
  network.dispose();
  await session.release();
  const median = (values: readonly number[]) => quantile(sorted(values), 0.5);
  return { name, oursMs: median(samples.ours), ortMs: median(samples.theirs) };
}

const pairs: Pair[] = [];
for (const network of NETWORKS) pairs.push(await compare(network));
Object.assign(window, { pairs });
