// Kernels: the compiled WebAssembly modules, with or without shared memory and relaxed SIMD, and an instance of one.
import { MODULES } from './modules.generated.ts';

export type Variant = keyof typeof MODULES;

export interface Kernels {
  readonly memory: WebAssembly.Memory;
  /** A piece of each of records [from, to); false if a thread has not done a part of one within that time. */
  readonly run: (
    records: number,
    from: number,
    to: number,
    piece: number,
    pieces: number,
    threads: number,
    patienceMs: number,
  ) => boolean;
  /** Of several threads: wakes those that sleep, some tens of microseconds before there is work. */
  readonly rouse: (() => void) | undefined;
  /** False if a thread does not answer within that time. */
  readonly allAnswer: (threads: number, patienceMs: number) => boolean;
  /** Of several threads: what a further one does until it is stopped. */
  readonly serve: ((thread: number) => void) | undefined;
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

type Call = (...args: readonly number[]) => unknown;
type Exports = { readonly run: Call; readonly allAnswer?: Call } & Pick<Partial<Kernels>, 'serve' | 'rouse'>;

export async function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Promise<Kernels> {
  const instance = await WebAssembly.instantiate(module, { env: { memory, now: () => performance.now() } });
  const { run, rouse, allAnswer, serve } = instance.exports as unknown as Exports;
  // one thread is never lost: there both return nothing
  return {
    memory,
    run: (...args) => run(...args) !== 0,
    allAnswer: (...args) => allAnswer?.(...args) !== 0,
    rouse,
    serve,
  };
}
