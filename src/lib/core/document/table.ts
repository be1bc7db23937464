// A table as plain text cells, before it is written as Markdown, LaTeX, CSV or HTML; every writer escapes for itself.

export interface Table {
  readonly head: readonly string[];
  /** As many cells in each row as in the head. */
  readonly rows: readonly (readonly string[])[];
  /** Index of the first column that holds numbers, aligned right from there on. */
  readonly numbersFrom: number;
  /** Rows that begin a new section, by index; without, the table has none. */
  readonly sections?: readonly number[];
  /** A last row of totals. */
  readonly foot?: readonly string[];
}

export const TABLE_FORMATS = ['markdown', 'latex', 'csv'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
