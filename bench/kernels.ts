// How near our kernels come to what this browser can do at most: multiply-adds per second by kind of layer, one thread, Chromium.
import { compilePeak } from '../scripts/kernels.mjs';
import type { Bench, Figure } from './bench.ts';
import { inPage } from './inPage.ts';
import type { Speed } from './kernels/page.ts';

const figuresOf = ({ name, gmacs, ms }: Speed): readonly Figure[] => [
  { name, value: gmacs, unit: 'GMAC/s' },
  ...(ms === undefined ? [] : [{ name, value: ms, unit: 'ms' } as const]),
];

export const kernels: Bench = {
  name: 'kernels',
  run: () =>
    inPage<readonly Speed[], readonly Figure[]>('./kernels/', async (ask) => {
      const speeds = await ask({ plain: compilePeak(false), relaxed: compilePeak(true) });
      return speeds.flatMap(figuresOf);
    }),
};
