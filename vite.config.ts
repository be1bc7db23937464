// Vite: SvelteKit, the compilers of messages and kernels, cross-origin isolation in dev and preview, and the two test projects.
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { isolationHeaders } from './scripts/isolation.mjs';
import { kernels } from './scripts/kernels.mjs';
import { fewBytes } from './scripts/messages.mjs';

export default defineConfig({
  plugins: [
    fewBytes(),
    // the same options as `npm run generate`
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['globalVariable', 'baseLocale'],
      outputStructure: 'message-modules',
    }),
    kernels(),
    sveltekit(),
  ],
  worker: { format: 'es' },
  build: {
    // pages list their own files to preload; what comes later can do without lists of names in what comes first
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        // few files instead of many small ones, which take up more and compress worse
        codeSplitting: {
          groups: [
            { name: 'style', test: /\.css$|type=style/ },
            // what every page begins with, and what of Explore's a lesson begins with
            {
              name: 'pages',
              test: /(\+layout|shell[\\/]Shell|explore[\\/]Actions)\.svelte$|ui[\\/]format|run[\\/]devices|messages[\\/](totals|metric)_/,
              tags: ['$initial'],
              priority: 1,
            },
            // the rest of what Explore begins with; on other pages it comes later
            { name: 'explore', test: /explore[\\/]Explore\.svelte$/ },
          ],
        },
      },
    },
  },
  server: { headers: isolationHeaders },
  preview: { headers: isolationHeaders },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          // machines are shared: a slow one is no failure
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/support/globalSetup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
