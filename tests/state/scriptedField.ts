// A worker that measures fields as a test says, and a store without a browser.
import { summarize } from '../../src/lib/core/tradeoff/timing.ts';
import type { AskOptions, EngineClient } from '../../src/lib/engines/client.ts';
import type { DeviceFacts } from '../../src/lib/engines/devices.ts';
import { EngineError } from '../../src/lib/engines/errors.ts';
import type { FieldAnswer, FieldArgs, FieldProgress, FieldRun } from '../../src/lib/engines/field/terms.ts';
import type { FieldStore } from '../../src/lib/state/fieldStore.ts';

export const facts = { device: 'wasm', engine: 'tfjs', runtime: 'fake', threads: 1 } as const;
/** Asks wait until the test answers them. */
export function scripted() {
  const asked: { args: FieldArgs; options: AskOptions<'field'>; answer: (answer: FieldAnswer) => void; fail: (error: unknown) => void }[] = []; // prettier-ignore
  const ask = ((_question: 'field', args: FieldArgs, options: AskOptions<'field'>) =>
    new Promise<FieldAnswer>((answer, fail) => {
      options.signal?.addEventListener('abort', () => fail(new EngineError('cancelled', 'stopped', {})));
      asked.push({ args, options, answer, fail });
    })) as unknown as EngineClient['ask'];
  return { client: { ask }, asked };
}

export function memoryStore(): FieldStore & { full: boolean } {
  const rows = new Map<string, Parameters<FieldStore['write']>[0][number]>();
  const store = {
    full: false,
    read: () => Promise.resolve(store.full ? undefined : [...rows.values()]),
    write: (results: Parameters<FieldStore['write']>[0]) => {
      if (!store.full) for (const result of results) rows.set(result.networks[0].key, result);
      return Promise.resolve(!store.full);
    },
    clear: () => {
      rows.clear();
      return Promise.resolve(!store.full);
    },
  };
  return store;
}

export const progress = (
  runs: readonly FieldRun[],
  elapsedMs: number,
  on: DeviceFacts = facts,
): FieldProgress => ({
  phase: 'measure',
  done: runs.length,
  total: 40,
  round: 0,
  elapsedMs,
  remainingMs: 1000,
  facts: on,
  runs,
  summaries: Object.fromEntries(runs.map(({ id, ms }) => [id, summarize([ms])])),
});

export const answerOf = (
  samples: Readonly<Record<string, readonly number[]>>,
  on: DeviceFacts = facts,
): FieldAnswer => ({
  facts: on,
  networks: Object.entries(samples).map(([id, samplesMs]) => ({
    id,
    summary: summarize(samplesMs),
    samplesMs: Float64Array.from(samplesMs),
  })),
  rounds: 2,
  stoppedBy: 'precision',
  elapsedMs: 50,
  batches: 1,
});
