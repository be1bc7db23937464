// What went wrong while running, in words.
import type { EngineError } from '$lib/engines/errors.ts';
import { m } from '$lib/paraglide/messages.js';
import { DEVICE_TEXT } from './devices.ts';
import { reasonText } from './reasons.ts';

type Codes = EngineError['code'];

const TEXT: Partial<{ readonly [C in Codes]: (data: EngineError<C>['data']) => string }> = {
  unavailable: ({ device, reason }) =>
    m.error_unavailable({ device: DEVICE_TEXT[device](), reason: reasonText(reason) }),
  contextLost: ({ device }) => m.error_context_lost({ device: DEVICE_TEXT[device]() }),
  outOfMemory: ({ device }) => m.error_out_of_memory({ device: DEVICE_TEXT[device]() }),
  tooLarge: ({ network = m.error_the_network(), bytes, maxBytes }) =>
    m.error_too_large({ network, needed: (bytes / 1e9).toFixed(1), most: (maxBytes / 1e9).toFixed(1) }),
  workerDied: () => m.error_worker_died(),
  data: ({ file, problem, detail }) =>
    problem === 'damaged'
      ? m.error_data_damaged({ file, detail })
      : m.error_data_unreachable({ file, detail }),
  file: ({ file, detail }) => m.error_file({ file, detail }),
  address: ({ url, detail }) => m.error_address({ url, detail }),
  weights: ({ tensor, found, expected }) => m.error_weights({ tensor, found, expected }),
};

export function errorText(error: EngineError): string {
  const say = TEXT[error.code] as ((data: EngineError['data']) => string) | undefined;
  return say?.(error.data) ?? m.error_failed({ message: error.message });
}
