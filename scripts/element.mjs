// The element <lcnet-diagram> as one self-contained script, `lcnet-diagram.js`: an adapter that adds it to the site.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './run.mjs';

/** @param {import('@sveltejs/kit').Adapter} adapter that writes the site to `build` @returns {import('@sveltejs/kit').Adapter} */
export const withElement = (adapter) => ({
  ...adapter,
  async adapt(builder) {
    await adapter.adapt(builder);
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'warn',
      resolve: { alias: { $lib: join(root, 'src/lib') } },
      build: {
        outDir: 'build',
        emptyOutDir: false,
        lib: {
          entry: 'src/embed/diagramElement.ts',
          name: 'lcnetDiagram',
          formats: ['iife'],
          fileName: () => 'lcnet-diagram.js',
        },
      },
    });
  },
});
