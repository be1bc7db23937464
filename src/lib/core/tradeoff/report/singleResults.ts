// Fields taken apart into single results, as they are kept from visit to visit, and put together again for a file.
import type { MeasuredField, MeasuredNetwork } from './measurementFile.ts';

/** A field of exactly one network: a result that knows where it comes from. */
export interface SingleResult extends MeasuredField {
  readonly networks: readonly [MeasuredNetwork];
}

export const isSingle = (field: MeasuredField): field is SingleResult => field.networks.length === 1;

export const singleResults = (field: MeasuredField): readonly SingleResult[] =>
  field.networks.map((network) => ({ ...field, networks: [network] }));

/** One result per device, engine, threads and architecture is kept. */
export const resultId = ({ device: { id, engine, threads }, networks: [{ key }] }: SingleResult): string =>
  [id, engine, threads, key].join('|');

/** Results that were measured together are one field again; order is that of their first appearance. */
export function joinResults(results: readonly SingleResult[]): readonly MeasuredField[] {
  const fields = new Map<string, MeasuredField>();
  for (const { networks, ...facts } of results) {
    const together = JSON.stringify(facts, Object.keys({ ...facts, ...facts.device }).sort());
    const known = fields.get(together)?.networks ?? [];
    fields.set(together, { ...facts, networks: [...known, ...networks] });
  }
  return [...fields.values()];
}

/**
 * Takes new results in, the newest first. One that was stopped before its end does not replace the finished one of another
 * field.
 */
export function mergeResults(
  before: readonly SingleResult[],
  added: readonly SingleResult[],
): readonly SingleResult[] {
  const known = new Map(before.map((result) => [resultId(result), result]));
  const taken = added.filter((result) => {
    const old = known.get(resultId(result));
    return (
      !old || result.stoppedBy !== 'user' || old.stoppedBy === 'user' || old.startedAt === result.startedAt
    );
  });
  const replaced = new Set(taken.map(resultId));
  return [...taken, ...before.filter((result) => !replaced.has(resultId(result)))];
}
