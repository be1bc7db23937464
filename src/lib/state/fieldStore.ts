// Results of fields, kept in IndexedDB between visits. Storage may be missing, blocked or full: then it says so, and nothing throws.
import { readField } from '$lib/core/tradeoff/report/readMeasurements.ts';
import { isSingle, resultId, type SingleResult } from '$lib/core/tradeoff/report/singleResults.ts';

export interface FieldStore {
  /** Undefined where storage cannot be read. */
  readonly read: () => Promise<readonly SingleResult[] | undefined>;
  /** Whether they were stored; each replaces that of the same device, engine, threads and architecture. */
  readonly write: (results: readonly SingleResult[]) => Promise<boolean>;
  readonly clear: () => Promise<boolean>;
}

const [DATABASE, VERSION, TABLE] = ['lcnet', 1, 'fieldResults'] as const;

interface Row {
  readonly id: string;
  readonly field: SingleResult;
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onblocked = () => reject(new Error('another tab holds an older database'));
  });
}

/** Done when it is on disk: a full disk is found out at the end of a transaction, not at its requests. */
async function transact(
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest | undefined,
): Promise<unknown> {
  const database = await openDatabase();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(TABLE, mode);
      const request = work(transaction.objectStore(TABLE));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
    });
  } finally {
    database.close();
  }
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

export const fieldStore: FieldStore = {
  read: async () => {
    try {
      const rows = (await transact('readonly', (table) => table.getAll())) as readonly Partial<Row>[];
      return rows
        .map(({ field }) => readField(field))
        .filter((field) => field !== undefined && isSingle(field));
    } catch {
      return undefined;
    }
  },
  write: (results) =>
    succeeds(
      transact('readwrite', (table) => {
        for (const field of results) table.put({ id: resultId(field), field } satisfies Row);
        return undefined;
      }),
    ),
  clear: () => succeeds(transact('readwrite', (table) => table.clear())),
};
