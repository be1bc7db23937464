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

/** Names failures, and ends work whose graphics context is gone: tfjs would wait for it for ever. */
function guarded(network: CompiledNetwork, backend: Backend): CompiledNetwork {
  const lost = backend.lost?.then(() => Promise.reject(contextLost(backend)));
  lost?.catch(() => undefined);
  const guard =
    <Request, Result>(work: (request: Request) => Promise<Result>) =>
    async (request: Request): Promise<Result> => {
      try {
        return await (lost ? Promise.race([lost, work(request)]) : work(request));
      } catch (error) {
        // Work on a lost context may fail in its own way just before the browser says so.
        await new Promise((resolve) => setTimeout(resolve));
        if (lost) await Promise.race([lost, Promise.resolve()]);
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
  return {
    facts: backend.facts,
    compile: (source) => {
      try {
        return guarded(compileNetwork({ ...source, backend }), backend);
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
