// Words for devices.
import type { DeviceFacts, DeviceId } from '$lib/engines/devices.ts';
import { m } from '$lib/paraglide/messages.js';

export const DEVICE_TEXT = {
  wasm: m.device_wasm,
  'wasm-threads': m.device_wasm_threads,
  webgpu: m.device_webgpu,
  webgl: m.device_webgl,
  cpu: m.device_cpu,
  reference: m.device_reference,
} as const satisfies Record<DeviceId, () => string>;

/** `WebAssembly, 2 threads · TensorFlow.js 4.22.0`. Only WebAssembly has more than one. */
export function deviceName({ device, threads, runtime, software }: DeviceFacts): string {
  const name = threads > 1 ? m.device_with_threads({ count: threads }) : DEVICE_TEXT[device]();
  return [name, ...(software ? [m.device_software()] : []), runtime].join(' · ');
}
