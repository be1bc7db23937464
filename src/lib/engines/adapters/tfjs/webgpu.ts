// The tfjs backend on WebGPU: compute shaders.
import { engine, version_core, type Tensor } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { unavailable } from '../../errors.ts';
import { startBackend, type Backend } from './backend.ts';
import { poolReduce, poolWindow } from './kernels.ts';
import { isSoftware } from './renderer.ts';

const WINDOW_POSITIONS = 256;
const WORKGROUP = 128;

/** An elementwise kernel of our own: one pass instead of three. */
function elementwise(backend: WebGPUBackend, name: string, expression: string) {
  const userCode = `
    fn activation(x : f32) -> f32 { return ${expression}; }
    fn main(index : i32) {
      if (index < uniforms.size) { setOutputAtIndex(index, activation(getAByOutputIndex(index))); }
    }`;
  return (x: Tensor): Tensor => {
    const groups = Math.ceil(x.size / WORKGROUP);
    const columns = Math.min(groups, backend.device.limits.maxComputeWorkgroupsPerDimension);
    const program = {
      variableNames: ['A'],
      outputShape: x.shape,
      workgroupSize: [WORKGROUP, 1, 1] as [number, number, number],
      dispatchLayout: { x: x.shape.map((_, axis) => axis) },
      dispatch: [columns, Math.ceil(groups / columns), 1] as [number, number, number],
      shaderKey: `explorer_${name}`,
      size: true,
      getUserCode: () => userCode,
    };
    return engine().makeTensorFromTensorInfo(backend.runWebGPUProgram(program, [x], 'float32'));
  };
}

async function adapter(): Promise<GPUAdapter> {
  const { gpu }: Partial<Navigator> = (globalThis as Partial<typeof globalThis>).navigator ?? {};
  if (!gpu) throw unavailable({ device: 'webgpu', reason: { code: 'noWebgpu' } });
  const found = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!found) throw unavailable({ device: 'webgpu', reason: { code: 'noAdapter' } });
  return found;
}

export async function open(): Promise<Backend> {
  const { info } = await adapter();
  // Looks for navigator.gpu as soon as it is loaded.
  await import('@tensorflow/tfjs-backend-webgpu');
  const backend = await startBackend<WebGPUBackend>('webgpu');
  const renderer = [info.vendor, info.architecture, info.description].filter(Boolean).join(' ');
  return {
    name: 'webgpu',
    facts: {
      device: 'webgpu',
      engine: 'tfjs',
      runtime: `TensorFlow.js ${version_core}`,
      threads: 1,
      renderer,
      software: info.isFallbackAdapter || isSoftware(renderer),
    },
    finish: async () => {
      backend.ensureCommandEncoderReady();
      backend.endComputePassEncoder();
      backend.submitQueue();
      await backend.device.queue.onSubmittedWorkDone();
    },
    lost: backend.device.lost,
    elementwise: {
      hardswish: elementwise(backend, 'hardswish', 'x * clamp(x + 3.0, 0.0, 6.0) / 6.0'),
      swish: elementwise(backend, 'swish', 'x / (1.0 + exp(-x))'),
    },
    pool: (x) => ((x.shape[1] ?? 0) * (x.shape[2] ?? 0) > WINDOW_POSITIONS ? poolReduce(x) : poolWindow(x)),
  };
}
