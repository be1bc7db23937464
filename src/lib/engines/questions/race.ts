// race: the loaded architecture on several devices for a moment each, to find the fastest.
import { quantile, sorted } from '../../core/tradeoff/timing.ts';
import type { Runtime } from '../engine.ts';
import { EngineError, isEngineError } from '../errors.ts';
import type { DeviceSpeed } from '../protocol.ts';
import type { Loaded } from '../session.ts';
import { nextTurn, throwIfAborted } from '../turn.ts';
import type { Handler } from './question.ts';

const WARMUP_RUNS = 2;
const RUNS = 15;
const MAX_MS = 400;

async function speedOn(
  runtime: Runtime,
  loaded: Loaded,
  input: Float32Array<ArrayBuffer>,
  signal: AbortSignal,
) {
  const network = runtime.compile(loaded);
  try {
    const samples: number[] = [];
    for (let i = 0; i < WARMUP_RUNS; i++) await network.run({ input, batch: 1, signal });
    const begin = performance.now();
    do {
      await nextTurn();
      throwIfAborted(signal);
      const start = performance.now();
      await network.run({ input, batch: 1, signal });
      samples.push(performance.now() - start);
    } while (samples.length < RUNS && performance.now() - begin < MAX_MS);
    return quantile(sorted(samples), 0.5);
  } finally {
    network.dispose();
  }
}

/** A device that fails takes no part. */
export const race: Handler<'race'> = async ({ devices }, { session, signal, report, alone }) => {
  const { loaded } = session;
  if (!loaded) throw new EngineError('noNetwork', 'no network has been loaded', {});
  const speeds: DeviceSpeed[] = [];
  for (const device of devices) {
    throwIfAborted(signal);
    try {
      const medianMs = await alone(() =>
        session.borrow(device, (runtime) => speedOn(runtime, loaded, session.input(loaded), signal)),
      );
      speeds.push({ device, medianMs });
      report({ device, medianMs });
    } catch (error) {
      if (isEngineError(error, 'cancelled') || isEngineError(error, 'superseded')) throw error;
    }
  }
  return speeds;
};
