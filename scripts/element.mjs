// The element <lcnet-diagram> as one self-contained script, `lcnet-diagram.js`: alone (`npm run build:embed`), or added to the site.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { fewBytes } from './messages.mjs';
import { root } from './run.mjs';

/** @param {string} outDir where the script is put; what else lies there stays */
const buildElement = (outDir) =>
  build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [fewBytes()],
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: 'src/embed/diagramElement.ts',
        name: 'lcnetDiagram',
        formats: ['iife'],
        fileName: () => 'lcnet-diagram.js',
      },
    },
  });

/** @param {import('@sveltejs/kit').Adapter} adapter that writes the site to `build` @returns {import('@sveltejs/kit').Adapter} */
export const withElement = (adapter) => ({
  ...adapter,
  async adapt(builder) {
    await adapter.adapt(builder);
    await buildElement('build');
  },
});

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildElement('dist');
