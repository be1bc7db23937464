// Files of models: reading 12 MB within 500 ms, writing ×2.5 (36 MB) within a second, so that neither is waited for.
import type { Bench } from './bench.ts';
import { runBundled } from './bundled.ts';

const LIMIT_MS = { read: 500, write: 1000 } as const;

export const interchange: Bench = {
  name: 'interchange',
  run: async () => {
    const found = (await runBundled('./interchange/files.ts')) as Record<string, number>;
    return Object.entries(found).map(([name, value]) => ({
      name,
      value,
      unit: 'ms',
      limit: name.startsWith('read') ? LIMIT_MS.read : LIMIT_MS.write,
    }));
  },
};
