// Engine overhead: our tfjs path against forward passes written by hand for the same folded network, in the same Chromium.
import type { Bench, Figure } from './bench.ts';
import type { Medians } from './engines/page.ts';
import { inPage } from './inPage.ts';

export const engines: Bench = {
  name: 'engines',
  run: () =>
    inPage<Medians, readonly Figure[]>('./engines/', async (ask) => {
      const { ours, idiomatic, sameKernels, reference } = await ask(undefined);
      return [
        { name: 'x1.0 at 224, wasm, 1 thread: this program', value: ours, unit: 'ms' },
        { name: 'the same network written by hand', value: idiomatic, unit: 'ms' },
        { name: '… with the same kernels as this program', value: sameKernels, unit: 'ms' },
        { name: 'reference engine', value: reference, unit: 'ms' },
        { name: 'this program / by hand', value: ours / idiomatic, unit: 'ratio', limit: 1.1 },
        {
          name: 'this program / by hand with the same kernels',
          value: ours / sameKernels,
          unit: 'ratio',
          limit: 1.1,
        },
        { name: 'this program / reference', value: ours / reference, unit: 'ratio' },
      ];
    }),
};
