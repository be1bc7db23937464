// The import law: which room may import which, and why. A room is the longest prefix that a path matches.

export interface Room {
  readonly name: string;
  /** Path prefixes of its files. */
  readonly at: readonly string[];
  /** Rooms and packages it may import; its own room always. A package allows its subpaths. */
  readonly may: readonly string[];
  /** Rooms it may import types from. */
  readonly mayTypes?: readonly string[];
  readonly why: string;
}

/** Networks run here and nowhere else. */
const RUNTIMES = ['@tensorflow', 'onnxruntime-web', 'onnxruntime-common'];
const D3 = ['d3', 'd3-*'];

export const ROOMS: readonly Room[] = [
  {
    name: 'core',
    at: ['src/lib/core/'],
    may: [],
    why: 'core is headless: it runs in a page, a worker, a test and the command line alike',
  },
  {
    name: 'core with d3',
    at: [
      'src/lib/core/diagram/',
      'src/lib/core/document/',
      'src/lib/core/tradeoff/',
      'src/lib/core/trained/',
    ],
    may: ['core', ...D3],
    why: 'core is headless; what draws and weighs may compute with d3, nothing else',
  },
  {
    name: 'messages',
    at: ['src/lib/paraglide/'],
    may: [],
    why: 'it is generated',
  },
  {
    name: 'kernels',
    at: ['src/kernels/'],
    may: [],
    why: 'kernels are AssemblyScript: they become WebAssembly and know nothing but numbers in memory',
  },
  {
    name: 'engines',
    at: ['src/lib/engines/'],
    may: ['core', 'core with d3', 'engine words', 'engine adapters', 'engine field', 'engine trained'],
    why: 'an engine runs networks; it knows nothing of the interface, and a runtime is known to adapters only',
  },
  {
    name: 'engine adapters',
    at: ['src/lib/engines/adapters/'],
    may: ['core', 'engines', 'engine words', ...RUNTIMES],
    why: 'an adapter joins core to one runtime; it knows nothing of the interface',
  },
  {
    name: 'engine field',
    at: ['src/lib/engines/field/'],
    may: ['core', 'core with d3', 'engines', 'engine words'],
    why: 'a field is measured in the same way in the worker and on the command line, whatever the device',
  },
  {
    name: 'engine trained',
    at: ['src/lib/engines/trained/'],
    may: ['core', 'core with d3', 'engines', 'engine words', '@noble/hashes'],
    why: 'a trained network is cut and tried in the same way in the worker and on the command line',
  },
  {
    name: 'engine words',
    at: ['src/lib/engines/devices', 'src/lib/engines/errors'],
    may: ['core'],
    why: 'devices and errors are spoken of on both sides of the worker; they must load nothing',
  },
  {
    name: 'engine client',
    at: ['src/lib/engines/client'],
    may: ['core', 'core with d3', 'engines', 'engine words'],
    why: 'the page talks to the worker through the client: a runtime must not reach the first bundle',
  },
  {
    name: 'state',
    at: ['src/lib/state/'],
    may: ['core', 'core with d3', 'messages', 'engine client', 'engine words', 'svelte', '$app'],
    mayTypes: ['engines', 'engine field', 'engine trained'],
    why: 'state joins core to the engine client; it draws nothing and loads no runtime',
  },
  {
    name: 'views',
    at: ['src/lib/views/'],
    may: ['core', 'core with d3', 'messages', 'state', 'svelte', 'words of views', ...D3],
    mayTypes: ['engines', 'engine field', 'engine trained', 'engine words', 'lessons'],
    why: 'a view draws what state holds; engines are reached through state',
  },
  {
    name: 'words of views',
    at: ['src/lib/views/diagram/text', 'src/lib/views/explore/problemText'],
    may: ['core', 'core with d3', 'messages'],
    why: 'words are shared with the element for other pages, which has no components',
  },
  {
    name: 'lessons',
    at: ['src/lib/lessons/'],
    may: ['messages'],
    mayTypes: ['core', 'core with d3'],
    why: 'a lesson is content: steps as data, which the views perform',
  },
  {
    name: 'embed',
    at: ['src/embed/'],
    may: ['core', 'core with d3', 'messages', 'words of views'],
    why: 'an element for other pages is one script: it draws what core draws, and holds nothing of this site',
  },
  {
    name: 'cli',
    at: ['src/cli/'],
    may: [
      'core',
      'core with d3',
      'engine adapters',
      'engine field',
      'engine trained',
      'engine words',
      'node:',
      '@resvg/resvg-js',
      'sharp',
    ],
    mayTypes: ['engines', 'engine field', 'engine trained'],
    why: 'the command line works without a browser, a bundler or an interface',
  },
  {
    name: 'routes',
    at: ['src/routes/', 'src/hooks', 'src/params/', 'src/app', 'src/service-worker'],
    may: [
      'core',
      'core with d3',
      'messages',
      'engine client',
      'state',
      'views',
      'lessons',
      'svelte',
      '$app',
      '@sveltejs/kit',
      '$service-worker',
    ],
    mayTypes: ['engines', 'engine field', 'engine trained'],
    why: 'a route puts views and state together; a runtime must not reach the first bundle',
  },
];

/** Inside core, each part may import itself and the parts of earlier rows; parts of one row not in a circle. */
export const CORE_ORDER: readonly (readonly string[])[] = [
  ['config', 'latex', 'hash'],
  ['facts', 'graph'],
  ['families'],
  [
    'metrics',
    'analyze',
    'options',
    'published',
    'summary',
    'json',
    'query',
    'edit',
    'goal',
    'classNames',
    'classScores',
    'changedSettings',
    'fileName',
  ],
  ['compare', 'code'],
  ['tradeoff', 'diagram', 'weights', 'onnx', 'tfjs-format', 'reference', 'image'],
  ['trained', 'interchange', 'document'],
];

export function roomOf(path: string): Room | undefined {
  const length = (room: Room) => Math.max(...room.at.map((at) => (path.startsWith(at) ? at.length : -1)));
  const [best] = [...ROOMS].sort((a, b) => length(b) - length(a));
  return best !== undefined && length(best) >= 0 ? best : undefined;
}

/** `src/lib/core/graph/ir` is of the part `graph`, `src/lib/core/analyze` of the part `analyze`. */
export const corePartOf = (path: string): string | undefined => /^src\/lib\/core\/([\w-]+)/.exec(path)?.[1];

export function allowsPackage(room: Room, name: string): boolean {
  return room.may.some((entry) =>
    entry.endsWith('*') || entry.endsWith(':')
      ? name.startsWith(entry.replace('*', ''))
      : name === entry || name.startsWith(`${entry}/`),
  );
}
