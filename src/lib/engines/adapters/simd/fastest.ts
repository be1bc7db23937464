// Which build of the kernels is faster here: relaxed SIMD multiplies and adds at once on some processors, and gains nothing on others.
import { Heap } from './heap.ts';
import { compileKernels, instantiate, isSupported } from './kernels.ts';
import { instruction, RECORD_BYTES, writeRecord } from './records.ts';

/** A pointwise convolution of some 20 µs. */
const [POSITIONS, DEPTH, OUTPUTS] = [64, 128, 64] as const;
const TURNS = 9;
const RUNS = 12;
/** So much faster it has to be: below lies what measuring is worth. */
const GAIN = 0.97;

/** Runs of one build on zeros, which take as long as any numbers. */
async function timer(build: 'single' | 'singleRelaxed'): Promise<() => number> {
  const memory = new WebAssembly.Memory({ initial: 16 });
  const { run } = await instantiate(await compileKernels(build), memory);
  const heap = new Heap({ memory, start: 4096, device: 'simd' });
  const [source, target] = [heap.allocate(4 * POSITIONS * DEPTH), heap.allocate(4 * POSITIONS * OUTPUTS)];
  const weights = heap.allocate(4 * (DEPTH + 1) * OUTPUTS);
  const tables = heap.allocate(4 * (2 * POSITIONS + 2));
  const words = heap.words(tables, 2 * POSITIONS + 2);
  for (let i = 0; i < POSITIONS; i++) words[i] = 4 * DEPTH * i;
  for (let i = 0; i < POSITIONS; i++) words[POSITIONS + i] = 4 * OUTPUTS * i;
  words.set([0, DEPTH], 2 * POSITIONS);
  const records = heap.allocate(RECORD_BYTES);
  const offsets = {
    sourceOffsets: tables,
    targetOffsets: tables + 4 * POSITIONS,
    residual: 0,
    residualOffsets: 0,
  };
  const fields = {
    ...offsets,
    source,
    target,
    weights,
    positions: POSITIONS,
    depth: DEPTH,
    outputs: OUTPUTS,
  };
  const runs = { runs: tables + 8 * POSITIONS, runCount: 1, channelStep: 0 };
  writeRecord(memory.buffer, records, instruction('product', 0, { ...fields, ...runs }));
  return () => {
    const begin = performance.now();
    for (let i = 0; i < RUNS; i++) run(records, 0, 1, 1, 0);
    return performance.now() - begin;
  };
}

async function measure(): Promise<boolean> {
  if (!isSupported('singleRelaxed')) return false;
  const [plain, relaxed] = [await timer('single'), await timer('singleRelaxed')];
  let [plainMs, relaxedMs] = [Infinity, Infinity];
  for (let turn = 0; turn < TURNS; turn++) {
    plainMs = Math.min(plainMs, plain());
    relaxedMs = Math.min(relaxedMs, relaxed());
  }
  return relaxedMs < GAIN * plainMs;
}

let decision: Promise<boolean> | undefined;

/** Found out once. */
export const isRelaxedFaster = (): Promise<boolean> => (decision ??= measure());
