// Predictions of networks that were tried, kept in IndexedDB between visits. Storage may be missing or full: then they last until the page closes.
import type { DeviceId } from '$lib/engines/devices.ts';
import { openTable, succeeds } from './table.ts';

export interface Trial {
  /** `configKey` of the network. */
  readonly key: string;
  /** Which weights it was tried with. */
  readonly weights: string;
  /** Predicted class of each test image, from the first one on. */
  readonly predictions: Uint8Array;
  /** On which they were computed. */
  readonly devices: readonly DeviceId[];
}

const trials = openTable({ database: 'lcnet-trials', table: 'trials', keyPath: 'key' });

const isTrial = (value: unknown): value is Trial => {
  const { key, weights, predictions, devices } = (value ?? {}) as Partial<Trial>;
  return (
    typeof key === 'string' &&
    typeof weights === 'string' &&
    predictions instanceof Uint8Array &&
    Array.isArray(devices)
  );
};

/** Those of other weights say nothing of the present ones: they are deleted. */
export async function readTrials(weights: string): Promise<readonly Trial[]> {
  try {
    const rows: readonly unknown[] = (await trials.transact('readonly', (table) => table.getAll())) ?? [];
    const known = rows.filter(isTrial);
    const old = known.filter((trial) => trial.weights !== weights);
    if (old.length > 0)
      await trials.transact('readwrite', (table) => {
        for (const { key } of old) table.delete(key);
        return undefined;
      });
    return known.filter((trial) => trial.weights === weights);
  } catch {
    return [];
  }
}

/** Whether it was stored. */
export const writeTrial = (trial: Trial): Promise<boolean> =>
  succeeds(trials.transact('readwrite', (table) => table.put(trial)));
