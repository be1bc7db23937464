// As much of IndexedDB as the store of fields uses: one table, whose disk may be full.
interface Row {
  readonly id: string;
}

export function fakeIndexedDb() {
  const rows = new Map<string, Row>();
  const state = { full: false, opened: 0, closed: 0 };

  /** Does the work a moment later, then calls back. */
  function request<T>(work: () => T) {
    const made = { result: undefined as T | undefined, error: null, onsuccess: null as (() => void) | null };
    queueMicrotask(() => {
      made.result = work();
      made.onsuccess?.();
    });
    return made;
  }

  function transaction() {
    const waiting = new Map<string, Row>();
    const running = {
      error: null as Error | null,
      oncomplete: null as (() => void) | null,
      onabort: null as (() => void) | null,
      objectStore: () => ({
        getAll: () => request(() => [...rows.values()].map((row) => structuredClone(row))),
        put: (row: Row) => request(() => waiting.set(row.id, structuredClone(row))),
        clear: () => request(() => rows.clear()),
      }),
    };
    // a transaction ends when nothing is asked of it any more
    setTimeout(() => {
      if (state.full && waiting.size > 0) {
        running.error = new Error('QuotaExceededError');
        running.onabort?.();
        return;
      }
      for (const [id, row] of waiting) rows.set(id, row);
      running.oncomplete?.();
    });
    return running;
  }

  const open = () => {
    const database = { createObjectStore: () => undefined, transaction, close: () => state.closed++ };
    const made = {
      ...request(() => database),
      result: database,
      onupgradeneeded: null as (() => void) | null,
    };
    setTimeout(() => {
      if (state.opened++ === 0) made.onupgradeneeded?.();
      made.onsuccess?.();
    });
    return made;
  };
  return { factory: { open } as unknown as IDBFactory, rows, state };
}
