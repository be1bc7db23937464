// A saved network as it is stored: its name, when, and the same text that stands in its address, which every version can read.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { configKey } from '$lib/core/options.ts';
import { fromQuery, networkText } from '$lib/core/query.ts';

export interface SavedNetwork {
  readonly id: string;
  readonly name: string;
  readonly config: NetConfig;
  /** `configKey` of the network. */
  readonly key: string;
  /** ISO time. */
  readonly savedAt: string;
}

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly network: string;
  readonly savedAt: string;
}

interface Read {
  readonly list: readonly SavedNetwork[];
  /** Entries that this version cannot read, as they are. */
  readonly unread: readonly unknown[];
}

export const asStored = ({ id, name, config, savedAt }: SavedNetwork): Stored => ({
  id,
  name,
  network: networkText(config),
  savedAt,
});

function networkFrom(value: unknown): SavedNetwork | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, name, network, savedAt } = value as Partial<Record<keyof Stored, unknown>>;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof network !== 'string') return undefined;
  const { config, problems } = fromQuery(network);
  if (problems.length > 0) return undefined;
  return { id, name, config, key: configKey(config), savedAt: typeof savedAt === 'string' ? savedAt : '' };
}

function entriesIn(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** Never throws. Text that is no list counts as empty. */
export function fromStored(text: string): Read {
  const read = entriesIn(text).map((entry) => ({ entry, network: networkFrom(entry) }));
  return {
    list: read.flatMap(({ network }) => network ?? []),
    unread: read.filter(({ network }) => !network).map(({ entry }) => entry),
  };
}
