// Predictions of networks that were tried, kept in IndexedDB between visits. Storage may be missing or full: then they last until the page closes.

export interface Trial {
  /** `configKey` of the network. */
  readonly key: string;
  /** Which weights it was tried with. */
  readonly weights: string;
  /** Predicted class of each test image, from the first one on. */
  readonly predictions: Uint8Array;
}

const [DATABASE, VERSION, TABLE] = ['lcnet-trials', 1, 'trials'] as const;

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onblocked = () => reject(new Error('another tab holds an older database'));
  });
}

async function transact<T>(
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(TABLE, mode);
      const request = work(transaction.objectStore(TABLE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
    });
  } finally {
    database.close();
  }
}

const isTrial = (value: unknown): value is Trial => {
  const { key, weights, predictions } = (value ?? {}) as Partial<Trial>;
  return typeof key === 'string' && typeof weights === 'string' && predictions instanceof Uint8Array;
};

/** Those of other weights are left out: they say nothing of the present ones. */
export async function readTrials(weights: string): Promise<readonly Trial[]> {
  try {
    const rows: unknown[] = await transact('readonly', (table) => table.getAll());
    return rows.filter(isTrial).filter((trial) => trial.weights === weights);
  } catch {
    return [];
  }
}

/** Whether it was stored. */
export const writeTrial = (trial: Trial): Promise<boolean> =>
  transact('readwrite', (table) => table.put(trial)).then(
    () => true,
    () => false,
  );
