// Networks that the visitor saved under a name, kept between visits. Several tabs share one list; every change can be taken back.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { configKey } from '$lib/core/options.ts';
import { asStored, fromStored, type SavedNetwork } from './savedRecord.ts';
import { recall, remember } from './storage.ts';

/** Unlike `crypto.randomUUID` also where the page came over plain HTTP. */
const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

type Change = (list: readonly SavedNetwork[]) => readonly SavedNetwork[];

const KEY = 'lcnet.saved';
const MAX_NAME = 60;

const nameOf = (text: string): string => text.trim().slice(0, MAX_NAME);

const renamed =
  (id: string, name: string): Change =>
  (list) =>
    list.map((network) => (network.id === id ? { ...network, name } : network));

const without =
  (id: string): Change =>
  (list) =>
    list.filter((network) => network.id !== id);

export class SavedNetworks {
  #list = $state.raw<readonly SavedNetwork[]>([]);
  /** Stored by another version of this program: not shown, and not lost. */
  #unread: readonly unknown[] = [];
  #undo = $state.raw<readonly Change[]>([]);
  /** The browser refused to store the list; it lasts until the page closes. */
  unsaved = $state(false);

  /** Newest first. */
  get list(): readonly SavedNetwork[] {
    return this.#list;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  find(key: string): SavedNetwork | undefined {
    return this.#list.find((network) => network.key === key);
  }

  /** Takes over what is stored, unless what is in memory could not be stored. */
  restore(): void {
    const text = recall(KEY);
    if (text === null || this.unsaved) return;
    const { list, unread } = fromStored(text);
    this.#list = list;
    this.#unread = unread;
  }

  /** Restores, and follows what other tabs do, until the returned function is called. */
  follow(): () => void {
    this.restore();
    const follow = (event: StorageEvent) => {
      if (event.key === KEY) this.restore();
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }

  /** A network without a name is not saved. */
  save(name: string, config: NetConfig): SavedNetwork | undefined {
    if (!nameOf(name)) return undefined;
    const network: SavedNetwork = {
      id: newId(),
      name: nameOf(name),
      config,
      key: configKey(config),
      savedAt: new Date().toISOString(),
    };
    this.#change((list) => [network, ...list], without(network.id));
    return network;
  }

  rename(id: string, name: string): void {
    const before = this.#list.find((network) => network.id === id);
    if (!before || !nameOf(name) || nameOf(name) === before.name) return;
    this.#change(renamed(id, nameOf(name)), renamed(id, before.name));
  }

  remove(id: string): void {
    const index = this.#list.findIndex((network) => network.id === id);
    const network = this.#list[index];
    if (network) this.#change(without(id), (list) => list.toSpliced(index, 0, network));
  }

  /** Takes back the last change of this visit. */
  undo(): void {
    const last = this.#undo.at(-1);
    if (!last) return;
    this.#undo = this.#undo.slice(0, -1);
    this.#apply(last);
  }

  #change(change: Change, back: Change): void {
    this.#apply(change);
    this.#undo = [...this.#undo, back];
  }

  /** On top of what is stored by now: another tab may have been busy. */
  #apply(change: Change): void {
    this.restore();
    this.#list = change(this.#list);
    const stored = [...this.#list.map(asStored), ...this.#unread];
    this.unsaved = !remember(KEY, JSON.stringify(stored));
  }
}

/** One per tab; empty while prerendering. */
export const savedNetworks = new SavedNetworks();
