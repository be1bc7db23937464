// The TensorFlow.js engine: networks on its backends wasm (one thread or several), webgpu, webgl and cpu.
import { enableProdMode, memory } from '@tensorflow/tfjs-core';
import type { DeviceId } from '../devices.ts';
import type { CompiledNetwork, EngineEnvironment, Runtime } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { stopBackend, type Backend } from './tfjs/backend.ts';
import { compileNetwork } from './tfjs/network.ts';

type Opener = (environment: EngineEnvironment) => Promise<Backend>;

const OPEN: Readonly<Partial<Record<DeviceId, Opener>>> = {
  wasm: async (environment) => (await import('./tfjs/wasm.ts')).open('wasm', environment),
  'wasm-threads': async (environment) => (await import('./tfjs/wasm.ts')).open('wasm-threads', environment),
  webgpu: async () => (await import('./tfjs/webgpu.ts')).open(),
  webgl: async () => (await import('./tfjs/webgl.ts')).open(),
  cpu: async () => (await import('./tfjs/cpu.ts')).open(),
};

const contextLost = ({ facts: { device } }: Backend): EngineError =>
  new EngineError('contextLost', `${device}: the graphics context was lost`, { device });

/** What a failure means on this device, as far as can be told. */
function explain(error: unknown, { facts: { device } }: Backend): unknown {
  if (error instanceof EngineError) return error;
  const text = String(error);
  if (error instanceof RangeError || /memory|allocat|aborted/i.test(text))
    return new EngineError('outOfMemory', `${device}: ${text}`, { device });
  return error;
}

type UntilLost = <Result>(work: Promise<Result>) => Promise<Result>;

/** Ends work whose graphics context is gone: tfjs would wait for it for ever. */
function untilLost(backend: Backend): UntilLost {
  // no race with the promise of the loss: it would keep the result of every race for as long as the backend lives
  const waiting = new Set<(reason: EngineError) => void>();
  let isLost = false;
  void backend.lost?.then(() => {
    isLost = true;
    for (const fail of waiting) fail(contextLost(backend));
  });
  return (work) =>
    new Promise((resolve, reject) => {
      if (isLost) reject(contextLost(backend));
      waiting.add(reject);
      void work.then(resolve, reject).finally(() => waiting.delete(reject));
    });
}

/** Names failures. */
function guarded(network: CompiledNetwork, backend: Backend, whileThere: UntilLost): CompiledNetwork {
  const guard =
    <Request, Result>(work: (request: Request) => Promise<Result>) =>
    async (request: Request): Promise<Result> => {
      try {
        return await whileThere(work(request));
      } catch (error) {
        // Work on a lost context may fail in its own way just before the browser says so.
        await new Promise((resolve) => setTimeout(resolve));
        await whileThere(Promise.resolve());
        throw explain(error, backend);
      }
    };
  return { ...network, run: guard(network.run), tap: guard(network.tap), profile: guard(network.profile) };
}

export async function open(device: DeviceId, environment: EngineEnvironment): Promise<Runtime> {
  const start = OPEN[device];
  if (!start) throw new Error(`tfjs has no device called ${device}`);
  enableProdMode();
  const backend = await start(environment);
  const whileThere = untilLost(backend);
  return {
    facts: backend.facts,
    compile: (source) => {
      try {
        return guarded(compileNetwork({ ...source, backend }), backend, whileThere);
      } catch (error) {
        throw explain(error, backend);
      }
    },
    recalibrate: async (source, images) => {
      try {
        return await (await import('./tfjs/recalibrate.ts')).recalibrate({ ...source, backend }, images);
      } catch (error) {
        throw explain(error, backend);
      }
    },
    memory: () => {
      const { numTensors, numBytes } = memory();
      return { tensors: numTensors, bytes: numBytes };
    },
    close: () => stopBackend(backend.name),
  };
}
