// Results of fields, kept in IndexedDB between visits. Storage may be missing, blocked or full: then it says so, and nothing throws.
import { readField } from '$lib/core/tradeoff/report/readMeasurements.ts';
import { isSingle, resultId, type SingleResult } from '$lib/core/tradeoff/report/singleResults.ts';
import { openTable, succeeds } from './table.ts';

export interface FieldStore {
  /** Undefined where storage cannot be read. */
  readonly read: () => Promise<readonly SingleResult[] | undefined>;
  /** Whether they were stored; each replaces that of the same device, engine, threads and architecture. */
  readonly write: (results: readonly SingleResult[]) => Promise<boolean>;
  readonly clear: () => Promise<boolean>;
}

const fields = openTable({ database: 'lcnet', table: 'fieldResults', keyPath: 'id' });

interface Row {
  readonly id: string;
  readonly field: SingleResult;
}

export const fieldStore: FieldStore = {
  read: async () => {
    try {
      const rows = (await fields.transact('readonly', (table) => table.getAll())) as readonly Partial<Row>[];
      return rows
        .map(({ field }) => readField(field))
        .filter((field) => field !== undefined && isSingle(field));
    } catch {
      return undefined;
    }
  },
  write: (results) =>
    succeeds(
      fields.transact('readwrite', (table) => {
        for (const field of results) table.put({ id: resultId(field), field } satisfies Row);
        return undefined;
      }),
    ),
  clear: () => succeeds(fields.transact('readwrite', (table) => table.clear())),
};
