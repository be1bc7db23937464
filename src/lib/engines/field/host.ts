// What a field measurement needs from where it runs: the worker's session, or the command line.
import type { DeviceId } from '../devices.ts';
import type { Runtime } from '../engine.ts';
import type { FieldProgress } from './terms.ts';

export interface FieldHost {
  readonly signal: AbortSignal;
  readonly report: (progress: FieldProgress) => void;
  /** Does a piece of work with the device to itself; between two pieces others get their turn. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly borrow: <T>(device: DeviceId, work: (runtime: Runtime) => Promise<T>) => Promise<T>;
  /** Calls back before the device is given to somebody else; returns how to end that. */
  readonly beforeReset: (letGo: () => void) => () => void;
  /** Milliseconds; `performance.now` unless a test has a clock of its own. */
  readonly now?: () => number;
}
