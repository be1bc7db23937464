// Runs this program, the passes written by hand and the reference in turn, so that all see the same machine.
import { tensor4d } from '@tensorflow/tfjs-core';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { quantile, sorted } from '../../src/lib/core/tradeoff/timing.ts';
import { smoothNoise } from '../../src/lib/core/weights/smoothNoise.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';
import { open as openReference } from '../../src/lib/engines/adapters/reference.ts';
import { open } from '../../src/lib/engines/adapters/tfjs.ts';
import { wasmFiles } from '../../src/lib/engines/adapters/tfjs/wasmFiles.ts';
import { byHand, cheapHardSwish, plainHardSwish } from './byHand.ts';

const CONTENDERS = ['ours', 'idiomatic', 'sameKernels', 'reference'] as const;
export type Medians = Readonly<Record<(typeof CONTENDERS)[number], number>>;

const WARMUP = 10;
const ROUNDS = 100;
const REFERENCE_ROUNDS = 3;
const TOLERANCE = 1e-3;

async function compare(): Promise<Medians> {
  const config = FAMILIES.pplcnet.defaults;
  const graph = FAMILIES.pplcnet.build(config);
  const weights = untrainedWeights({ graph, seed: 1 });
  const shape = [...config.resolution, config.inputChannels] as const;
  const input = smoothNoise({ shape, batch: 1, seed: 1 });

  const runtime = await open('wasm', { wasmFiles: () => Promise.resolve(wasmFiles) });
  const ours = runtime.compile({ graph, weights });
  const reference = openReference().compile({ graph, weights });
  const [idiomatic, sameKernels] = [plainHardSwish, cheapHardSwish].map((h) => byHand(config, weights, h));

  const handRun = (network: typeof idiomatic) => async (): Promise<ArrayLike<number>> => {
    const x = tensor4d(input, [1, ...shape]);
    const logits = (await network?.run(x)) ?? [];
    x.dispose();
    return logits;
  };
  const runs: Readonly<Record<keyof Medians, () => Promise<ArrayLike<number>>>> = {
    ours: () => ours.run({ input, batch: 1 }),
    idiomatic: handRun(idiomatic),
    sameKernels: handRun(sameKernels),
    reference: () => reference.run({ input, batch: 1 }),
  };

  const expected = await runs.reference();
  for (const name of CONTENDERS) {
    const logits = await runs[name]();
    const off = Array.from(expected, (v, i) => Math.abs(v - (logits[i] ?? NaN)));
    if (!off.every((difference) => difference < TOLERANCE))
      throw new Error(`${name} computes something else`);
  }

  const samples = new Map(CONTENDERS.map((name) => [name, [] as number[]]));
  for (let round = -WARMUP; round < ROUNDS; round++)
    for (const name of CONTENDERS) {
      if (name === 'reference' && (round < 0 || round >= REFERENCE_ROUNDS)) continue;
      const begin = performance.now();
      await runs[name]();
      if (round >= 0) samples.get(name)?.push(performance.now() - begin);
    }
  const median = (name: keyof Medians) => quantile(sorted(samples.get(name) ?? []), 0.5);
  return Object.fromEntries(CONTENDERS.map((name) => [name, median(name)])) as Medians;
}

Object.assign(window, { answer: compare });
