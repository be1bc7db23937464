// Builds the element <lcnet-diagram> as one self-contained script: dist/lcnet-diagram.js.
import { build } from 'vite';

await build({
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { $lib: new URL('../src/lib', import.meta.url).pathname } },
  build: {
    outDir: 'dist',
    lib: {
      entry: 'src/embed/diagramElement.ts',
      name: 'lcnetDiagram',
      formats: ['iife'],
      fileName: () => 'lcnet-diagram.js',
    },
  },
});
console.log('dist/lcnet-diagram.js');
