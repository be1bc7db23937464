// What fields have measured on this device, in this and earlier visits: one result per device, engine, threads and architecture.
import type { MeasuredField, MeasuredNetwork } from '$lib/core/tradeoff/report/measurementFile.ts';
import {
  joinResults,
  mergeResults,
  singleResults,
  type SingleResult,
} from '$lib/core/tradeoff/report/singleResults.ts';
import type { DeviceFacts } from '$lib/engines/devices.ts';
import { fieldStore, type FieldStore } from './fieldStore.ts';

type Where = Pick<DeviceFacts, 'device' | 'engine' | 'threads'>;

export class FieldResults {
  readonly #store: FieldStore;
  #results = $state.raw<readonly SingleResult[]>([]);
  #unsaved = $state(false);

  constructor(store: FieldStore = fieldStore) {
    this.#store = store;
  }

  /** The browser keeps nothing: results last until the page closes. */
  get unsaved(): boolean {
    return this.#unsaved;
  }

  /** Everything, put together as it was measured, for a file. */
  get fields(): readonly MeasuredField[] {
    return joinResults(this.#results);
  }

  /** Results on a device, by key of the network. */
  on({ device, engine, threads }: Where): ReadonlyMap<string, MeasuredNetwork> {
    const here = this.#results.filter(
      ({ device: on }) => on.id === device && on.engine === engine && on.threads === threads,
    );
    return new Map(here.map(({ networks: [network] }) => [network.key, network]));
  }

  /** Takes over what earlier visits measured; what this one has measured meanwhile stays. */
  async restore(): Promise<void> {
    const stored = await this.#store.read();
    if (stored) this.#results = mergeResults(stored, this.#results);
    else this.#unsaved = true;
  }

  async add(field: MeasuredField): Promise<void> {
    const before = this.#results;
    this.#results = mergeResults(before, singleResults(field));
    const changed = this.#results.filter((result) => !before.includes(result));
    this.#unsaved = !(await this.#store.write(changed));
  }

  /** Forgets every result, also those of earlier visits. */
  async forget(): Promise<void> {
    this.#results = [];
    this.#unsaved = !(await this.#store.clear());
  }
}
