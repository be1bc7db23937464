// A tfjs backend as this room sees it, and how one is started afresh and given back.
import {
  engine,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { DeviceFacts } from '../../devices.ts';

export interface Backend {
  readonly name: string;
  readonly facts: DeviceFacts;
  /** Waits until the device has computed that tensor; absent where kernels return when they are done. */
  readonly finish?: (tensor: Tensor) => Promise<void>;
  /** Resolves when the graphics context is lost. Work that is under way then may never end by itself. */
  readonly lost?: Promise<unknown>;
  /** Whether many threads share an elementwise op: then its own kernel beats a chain of kernels. */
  readonly elementwise?: { readonly [F in 'hardswish' | 'swish']: (x: Tensor) => Tensor };
  readonly pool: (x: Tensor) => Tensor;
}

type Factory = ReturnType<typeof findBackendFactory>;
type Instance = Awaited<ReturnType<Factory>>;

const factories = new Map<string, Factory>();

/** Starts a registered backend anew and makes it the current one. Rejects with the reason why it cannot start. */
export async function startBackend<B extends Instance>(name: string): Promise<B> {
  const factory = factories.get(name) ?? findBackendFactory(name);
  factories.set(name, factory);
  stopBackend(name);
  const instance = await factory();
  registerBackend(name, () => instance);
  if (!(await setBackend(name))) throw new Error(`tfjs refused its backend ${name}`);
  return instance as B;
}

/** Disposes of the backend with everything it holds. */
export function stopBackend(name: string): void {
  if (engine().registryFactory[name]) removeBackend(name);
}
