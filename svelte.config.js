// How SvelteKit builds the site: every page prerendered, links relative so that any base path works, strict CSP.
import adapter from '@sveltejs/adapter-static';
import { withElement } from './scripts/element.mjs';
import { offline } from './scripts/offline.mjs';

const typed = ['../bench/**/*.ts', '../vite.config.ts', '../eslint.config.js', '../svelte.config.js'];

/** Pages that prerendering does not find by following links from the first. */
const PAGES = ['/', '/tradeoff/', '/compare/', '/lessons/', '/gallery/', '/embed/'];
const ENTRIES = ['/404.html', ...['', '/zh-CN'].flatMap((lang) => PAGES.map((page) => `${lang}${page}`))];

/** @type {import('@sveltejs/kit').Config} */
const config = {
  compilerOptions: { runes: true },
  kit: {
    adapter: withElement(offline(adapter({ strict: true }))),
    paths: { relative: true },
    prerender: { entries: ['*', ...ENTRIES] },
    // registered by lib/state/offline.svelte.ts, once there is a reason; hosts that read _headers do not serve it
    serviceWorker: { register: false, files: (path) => path !== '_headers' && !path.startsWith('.') },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        // wasm-unsafe-eval compiles WebAssembly; blob: is for the workers that a threaded wasm runtime starts
        'script-src': ['self', 'wasm-unsafe-eval', 'blob:'],
        'worker-src': ['self', 'blob:'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'blob:', 'data:'],
        'media-src': ['self', 'blob:'],
        'font-src': ['self', 'data:'],
        'connect-src': ['self', 'blob:', 'data:'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
      },
    },
    typescript: {
      config: (ts) => ({
        ...ts,
        include: [...ts.include, ...typed],
        // kernels are AssemblyScript, which has a compiler of its own
        exclude: [
          ...ts.exclude.filter((/** @type {string} */ path) => !path.includes('service-worker')),
          '../src/kernels/**',
        ],
      }),
    },
  },
};

export default config;
