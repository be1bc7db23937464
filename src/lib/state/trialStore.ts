// Predictions of networks that were tried, kept in IndexedDB between visits. Storage may be missing or full: then they last until the page closes.
import { openTable, succeeds } from './table.ts';

export interface Trial {
  /** `configKey` of the network. */
  readonly key: string;
  /** Which weights it was tried with. */
  readonly weights: string;
  /** Predicted class of each test image, from the first one on. */
  readonly predictions: Uint8Array;
}

const trials = openTable({ database: 'lcnet-trials', table: 'trials', keyPath: 'key' });

const isTrial = (value: unknown): value is Trial => {
  const { key, weights, predictions } = (value ?? {}) as Partial<Trial>;
  return typeof key === 'string' && typeof weights === 'string' && predictions instanceof Uint8Array;
};

/** Those of other weights are left out: they say nothing of the present ones. */
export async function readTrials(weights: string): Promise<readonly Trial[]> {
  try {
    const rows: readonly unknown[] = (await trials.transact('readonly', (table) => table.getAll())) ?? [];
    return rows.filter(isTrial).filter((trial) => trial.weights === weights);
  } catch {
    return [];
  }
}

/** Whether it was stored. */
export const writeTrial = (trial: Trial): Promise<boolean> =>
  succeeds(trials.transact('readwrite', (table) => table.put(trial)));
