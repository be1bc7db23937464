// Kernels: the compiled WebAssembly modules, with or without shared memory and relaxed SIMD, and an instance of one.
import { MODULES } from './modules.generated.ts';

export type Variant = keyof typeof MODULES;

export interface Kernels {
  readonly memory: WebAssembly.Memory;
  /** Records [from, to); false if a thread has not done its part of one within that time. */
  readonly run: (records: number, from: number, to: number, threads: number, patienceMs: number) => boolean;
  /** What a further thread does until it is stopped; absent where there are none. */
  readonly serve: ((thread: number, threads: number, turn: number) => void) | undefined;
}

const bytesOf = (variant: Variant): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(MODULES[variant]), (letter) => letter.charCodeAt(0));

/** Whether this WebAssembly has what that variant needs. */
export const isSupported = (variant: Variant): boolean => WebAssembly.validate(bytesOf(variant));

const compiled = new Map<Variant, Promise<WebAssembly.Module>>();

/** Compiled once: what has been optimised while one instance ran serves the next. */
export function compileKernels(variant: Variant): Promise<WebAssembly.Module> {
  const module = compiled.get(variant) ?? WebAssembly.compile(bytesOf(variant));
  compiled.set(variant, module);
  return module;
}

type Exports = { readonly run: (...args: readonly number[]) => unknown } & Partial<Pick<Kernels, 'serve'>>;

export async function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Promise<Kernels> {
  const instance = await WebAssembly.instantiate(module, { env: { memory, now: () => performance.now() } });
  const { run, serve } = instance.exports as unknown as Exports;
  // one thread is never lost: there it returns nothing
  return { memory, run: (...args) => run(...args) !== 0, serve };
}
