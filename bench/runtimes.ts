// Our kernels against tfjs-wasm and against onnxruntime-web on the ONNX files that this program exports: batch 1, Chromium, one thread and two.
import type { Bench, Figure } from './bench.ts';
import { inPage } from './inPage.ts';
import type { Medians } from './runtimes/page.ts';

const isPpLcnet = (name: string): boolean => name.startsWith('PP-LCNet');

/** One network, as it was measured with one thread and with two. */
function figuresOf(one: Medians, two: Medians): readonly Figure[] {
  const { name } = one;
  const each = [
    ['1 thread', one],
    ['2 threads', two],
  ] as const;
  const times = each.flatMap(([threads, medians]): readonly Figure[] => [
    { name: `${name}, ${threads}: our kernels`, value: medians.kernels, unit: 'ms' },
    { name: `${name}, ${threads}: tfjs-wasm`, value: medians.tfjs, unit: 'ms' },
    { name: `${name}, ${threads}: onnxruntime-web`, value: medians.ort, unit: 'ms' },
    {
      name: `${name}, ${threads}: our kernels / onnxruntime-web`,
      value: medians.kernels / medians.ort,
      unit: 'ratio',
      limit: isPpLcnet(name) ? 0.5 : 0.7,
    },
  ]);
  // both runs have our kernels on one thread: in those, what was measured in different runs can be compared
  const ours = Math.min(1, two.kernels / two.oneThread);
  const theirs = Math.min(one.tfjs / one.oneThread, two.tfjs / two.oneThread);
  return [
    ...times,
    {
      name: `${name}: our kernels / tfjs-wasm, best threads of each`,
      value: ours / theirs,
      unit: 'ratio',
      limit: isPpLcnet(name) ? 0.65 : 0.8,
    },
    {
      name: `${name}: our kernels, two threads / one`,
      value: two.kernels / two.oneThread,
      unit: 'ratio',
      ...(name === 'PP-LCNet x1' && { limit: 0.6 }),
    },
    {
      name: `${name}: our kernels, compiled in`,
      value: one.compileMs,
      unit: 'ms',
      ...(name === 'PP-LCNet x1' && { limit: 20 }),
    },
  ];
}

export const runtimes: Bench = {
  name: 'runtimes',
  run: () =>
    // a browser of its own for each number of threads: no runtime changes it once it runs
    inPage<readonly Medians[], readonly Figure[]>('./runtimes/', async (ask) => {
      const one = await ask(1);
      const two = await ask(2);
      return one.flatMap((medians, i) => figuresOf(medians, two[i] as Medians));
    }),
};
