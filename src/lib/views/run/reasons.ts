// Why a device cannot be used here, in words.
import type { UnavailableReason } from '$lib/engines/devices.ts';
import type { DeviceFailure } from '$lib/state/devices.svelte.ts';
import { m } from '$lib/paraglide/messages.js';

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
    case 'halfPrecision':
      return m.reason_half_precision();
    case 'notIsolated':
      return m.reason_not_isolated();
    case 'singleCore':
      return m.reason_single_core();
    case 'deadlock':
      return m.reason_deadlock();
    case 'contextLost':
      return m.reason_context_lost();
    case 'threadLost':
      return m.reason_thread_lost();
  }
}

export const failureText = ({ data }: DeviceFailure): string =>
  'reason' in data ? reasonText(data.reason) : m.reason_out_of_memory();
