// One IndexedDB table of a database of its own: opened for each piece of work, so that no tab keeps another from a newer version.

export interface Table {
  /** Runs the work in one transaction; done when it is on disk, for a full disk is found out at the end, not at the requests. */
  readonly transact: <T = undefined>(
    mode: IDBTransactionMode,
    work: (table: IDBObjectStore) => IDBRequest<T> | undefined,
  ) => Promise<T | undefined>;
}

/** `keyPath` names the property that tells rows apart. Nothing is opened before the first transaction. */
export function openTable({
  database,
  table,
  keyPath,
}: {
  readonly database: string;
  readonly table: string;
  readonly keyPath: string;
}): Table {
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no database'));
      request.onblocked = () => reject(new Error('another tab holds an older database'));
    });
  return {
    transact: async (mode, work) => {
      const opened = await open();
      try {
        return await new Promise((resolve, reject) => {
          const transaction = opened.transaction(table, mode);
          const request = work(transaction.objectStore(table));
          transaction.oncomplete = () => resolve(request?.result);
          transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
        });
      } finally {
        opened.close();
      }
    },
  };
}

/** Whether it succeeded; storage may be missing, blocked or full. */
export const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
