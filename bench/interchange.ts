// Files of models in Chromium: reading 12 MB within 500 ms, writing ×2.5 (36 MB) within a second, so that neither is waited for.
import type { Bench, Figure } from './bench.ts';
import { inPage } from './inPage.ts';

const LIMIT_MS = { read: 500, write: 1000 } as const;

export const interchange: Bench = {
  name: 'interchange',
  run: () =>
    inPage<Readonly<Record<string, number>>, readonly Figure[]>('./interchange/', async (ask) =>
      Object.entries(await ask(undefined)).map(([name, value]) => ({
        name,
        value,
        unit: 'ms',
        limit: name.startsWith('read') ? LIMIT_MS.read : LIMIT_MS.write,
      })),
    ),
};
