// Compiles src/kernels (AssemblyScript) to WebAssembly, and puts the modules as text where the engine finds them. Does nothing if they are new.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './run.mjs';

const source = join(root, 'src/kernels');
const target = join(root, 'src/lib/engines/adapters/simd/modules.generated.ts');

const BASE = [
  '-O3',
  '--shrinkLevel',
  '1',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--initialMemory',
  '1',
  '--enable',
  'simd',
];
const SHARED = ['--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536'];
const RELAXED = ['--enable', 'relaxed-simd'];
/** Threads need shared memory, which only isolated pages have; relaxed SIMD is newer than SIMD. */
const VARIANTS = {
  single: ['single.ts'],
  singleRelaxed: ['single.ts', ...RELAXED],
  shared: ['shared.ts', ...SHARED],
  sharedRelaxed: ['shared.ts', ...SHARED, ...RELAXED],
};

const changed = (/** @type {string} */ file) => statSync(file).mtimeMs;

function isFresh() {
  if (!existsSync(target)) return false;
  const files = readdirSync(source).map((name) => join(source, name));
  return [...files, fileURLToPath(import.meta.url)].every((file) => changed(file) < changed(target));
}

/** @param {readonly string[]} variant entry and options @param {string} out */
function compile([entry = '', ...options], out) {
  // not imported: its types declare arrays and numbers anew, for everything that is checked with them
  const asc = join(root, 'node_modules/assemblyscript/bin/asc.js');
  const args = [join(source, entry), ...BASE, ...options, '--disableWarning', '--outFile', out];
  execFileSync(process.execPath, [asc, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  return readFileSync(out);
}

/** The measure of what is possible, for the benchmark, in base64. @param {boolean} relaxed */
export function compilePeak(relaxed) {
  const folder = mkdtempSync(join(tmpdir(), 'peak-'));
  try {
    return compile(['peak.ts', ...(relaxed ? RELAXED : [])], join(folder, 'peak.wasm')).toString('base64');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function compileKernels() {
  if (isFresh()) return;
  const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
  try {
    const lines = [];
    for (const [name, options] of Object.entries(VARIANTS)) {
      const module = compile(options, join(folder, `${name}.wasm`));
      lines.push(`  // ${module.length} bytes\n  ${name}: '${module.toString('base64')}',\n`);
    }
    const head = '// WebAssembly modules in base64: made of src/kernels by scripts/kernels.mjs.\n';
    writeFileSync(target, `${head}export const MODULES = {\n${lines.join('')}};\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** For Vite: kernels are compiled before anything is built, and anew when they change. @returns {import('vite').Plugin} */
export const kernels = () => ({
  name: 'kernels',
  buildStart: compileKernels,
  watchChange: (id) => (id.startsWith(source) ? compileKernels() : undefined),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) compileKernels();
