// Words for devices.
import type { DeviceFacts, DeviceId } from '$lib/engines/devices.ts';
import { m } from '$lib/paraglide/messages.js';

export const DEVICE_TEXT = {
  simd: m.device_simd,
  'simd-threads': m.device_simd_threads,
  wasm: m.device_wasm,
  'wasm-threads': m.device_wasm_threads,
  webgpu: m.device_webgpu,
  webgl: m.device_webgl,
  cpu: m.device_cpu,
  reference: m.device_reference,
} as const satisfies Record<DeviceId, () => string>;

const withThreads = { simd: m.device_simd_with_threads, tfjs: m.device_with_threads, reference: undefined };

/** `WebAssembly, 2 threads · TensorFlow.js 4.22.0`. */
export function deviceName({ device, engine, threads, runtime, software }: DeviceFacts): string {
  const name = (threads > 1 && withThreads[engine]?.({ count: threads })) || DEVICE_TEXT[device]();
  return [name, ...(software ? [m.device_software()] : []), runtime].join(' · ');
}
