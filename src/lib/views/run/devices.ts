// Words for devices, and for why one cannot be used here.
import type { DeviceFacts, DeviceId, UnavailableReason } from '$lib/engines/devices.ts';
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

export function reasonText(reason: UnavailableReason): string {
  switch (reason.code) {
    case 'failed':
      return m.reason_failed({ message: reason.message });
    case 'wrongResult':
      return m.reason_wrong_result({ difference: reason.difference.toPrecision(2) });
    case 'noWasm':
      return m.reason_no_wasm();
    case 'noSimd':
      return m.reason_no_simd();
    case 'noWebgpu':
      return m.reason_no_webgpu();
    case 'noWebgl':
      return m.reason_no_webgl();
    case 'noAdapter':
      return m.reason_no_adapter();
    case 'notIsolated':
      return m.reason_not_isolated();
    case 'singleCore':
      return m.reason_single_core();
    case 'contextLost':
      return m.reason_context_lost();
  }
}
