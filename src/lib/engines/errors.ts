// EngineError: every failure of the inference room, with a code and data that survive the way out of a worker.
import type { SettingName } from '../core/config/netConfig.ts';
import type { Shape } from '../core/graph/ir.ts';
import type { DeviceId, UnavailableReason } from './devices.ts';

/** What can go wrong, and what is known about it. */
export interface EngineErrorData {
  /** The caller asked to stop. */
  cancelled: object;
  /** A newer `load` replaced the network that this question was about. */
  superseded: object;
  /** A question about a network came before any `load`. */
  noNetwork: object;
  unavailable: { readonly device: DeviceId; readonly reason: UnavailableReason };
  /** The current input does not fit the network. */
  inputShape: { readonly found: Shape; readonly expected: Shape };
  /** A given weight file does not fit the network. */
  weights: { readonly tensor: string; readonly found: string; readonly expected: string };
  /** A file of trained weights or images cannot be had, or is not what it should be. */
  data: {
    readonly file: string;
    readonly problem: 'unreachable' | 'damaged';
    readonly detail: string;
  };
  /** A file is no weight file, or of no network that is known here. */
  file: { readonly file: string; readonly detail: string };
  /** Nothing came from another site's address; browsers do not tell why. */
  address: { readonly url: string; readonly detail: string };
  /** There are no trained weights for networks with these settings. */
  untrained: { readonly settings: readonly SettingName[] };
  unknownNode: { readonly node: string };
  /** The graphics context was lost while working. */
  contextLost: { readonly device: DeviceId };
  outOfMemory: { readonly device: DeviceId };
  /** No browser can hold it. The network is named where there are several. */
  tooLarge: { readonly network?: string; readonly bytes: number; readonly maxBytes: number };
  /** The worker ended without an answer. */
  workerDied: object;
  failed: { readonly cause: string };
}
export type EngineErrorCode = keyof EngineErrorData;

/** An EngineError as plain data, as it crosses the worker's boundary. */
export type Failure = {
  [C in EngineErrorCode]: { readonly code: C; readonly message: string; readonly data: EngineErrorData[C] };
}[EngineErrorCode];

export class EngineError<C extends EngineErrorCode = EngineErrorCode> extends Error {
  override readonly name = 'EngineError';
  readonly code: C;
  readonly data: EngineErrorData[C];

  constructor(code: C, message: string, data: EngineErrorData[C]) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

export const isEngineError = <C extends EngineErrorCode>(error: unknown, code: C): error is EngineError<C> =>
  error instanceof EngineError && error.code === code;

export const unavailable = (data: EngineErrorData['unavailable']): EngineError =>
  new EngineError('unavailable', `${data.device}: ${data.reason.code}`, data);

const CANCELLED: EngineError = new EngineError('cancelled', 'stopped on request', {});
/** One for all: errors write down their stack, and every turn of a knob cancels what was asked. */
export const cancelled = (): EngineError => CANCELLED;

export function toFailure(error: unknown): Failure {
  if (error instanceof EngineError) {
    const { code, message, data } = error as EngineError;
    return { code, message, data } as Failure;
  }
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: 'failed', message: cause, data: { cause } };
}

export const fromFailure = ({ code, message, data }: Failure): EngineError =>
  new EngineError(code, message, data);

/** Whatever was thrown, as an EngineError. */
export const asEngineError = (error: unknown): EngineError =>
  error instanceof EngineError ? (error as EngineError) : fromFailure(toFailure(error));
