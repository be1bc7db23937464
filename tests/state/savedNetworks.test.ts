// Saved networks: kept, shared between tabs, taken back; nothing in memory is lost where storage refuses.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultConfig } from '../../src/lib/core/options.ts';
import { SavedNetworks } from '../../src/lib/state/savedNetworks.svelte.ts';

const half = { ...defaultConfig, scale: 0.5 };
const names = ({ list }: SavedNetworks) => list.map(({ name }) => name);

let stored: Map<string, string>;
let isFull: boolean;

beforeEach(() => {
  stored = new Map();
  isFull = false;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      stored.set(key, value);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

/** As after a reload. */
function opened(): SavedNetworks {
  const networks = new SavedNetworks();
  networks.restore();
  return networks;
}

describe('saved networks', () => {
  it('are there after a reload, newest first, with their whole configuration', () => {
    const first = opened();
    first.save('mine', half);
    first.save('  the default  ', defaultConfig);
    const { list } = opened();
    expect(list).toEqual(first.list);
    expect(list.map(({ name }) => name)).toEqual(['the default', 'mine']);
    expect(list[1]?.config).toEqual(half);
    expect(first.find(list[1]?.key ?? '')?.name).toBe('mine');
  });

  it('need a name', () => {
    const networks = opened();
    expect(networks.save('  ', half)).toBeUndefined();
    expect(networks.list).toEqual([]);
  });

  it('are renamed, removed, and every change is taken back, the last first', () => {
    const networks = opened();
    for (const name of ['a', 'b', 'c']) networks.save(name, half);
    networks.rename(networks.list[0]?.id ?? '', 'z');
    networks.remove(networks.list[1]?.id ?? '');
    expect(names(opened())).toEqual(['z', 'a']);
    networks.undo();
    expect(names(networks)).toEqual(['z', 'b', 'a']);
    networks.undo();
    expect(names(networks)).toEqual(['c', 'b', 'a']);
    networks.undo();
    expect(names(opened())).toEqual(['b', 'a']);
    expect(networks.canUndo).toBe(true);
  });

  it('of two tabs go into one list', () => {
    const [here, there] = [opened(), opened()];
    here.save('here', half);
    there.save('there', defaultConfig);
    expect(names(opened())).toEqual(['there', 'here']);
    here.undo();
    expect(names(opened())).toEqual(['there']);
  });

  it('last until the page closes where storage is full, which is said, and are stored once there is room', () => {
    const networks = opened();
    networks.save('a', half);
    isFull = true;
    networks.save('b', half);
    networks.save('c', half);
    expect(networks.unsaved).toBe(true);
    expect(names(networks)).toEqual(['c', 'b', 'a']);
    expect(names(opened())).toEqual(['a']);
    isFull = false;
    networks.save('d', half);
    expect(networks.unsaved).toBe(false);
    expect(names(opened())).toEqual(['d', 'c', 'b', 'a']);
  });

  it('of another version of this program stay in storage', () => {
    const foreign = { id: 'x', name: 'future', network: 'family=lcnetv9', savedAt: '' };
    stored.set('lcnet.saved', JSON.stringify([foreign]));
    const networks = opened();
    expect(networks.list).toEqual([]);
    networks.save('mine', half);
    expect(JSON.parse(stored.get('lcnet.saved') ?? '')).toContainEqual(foreign);
  });

  it('without storage work until the page closes', () => {
    vi.unstubAllGlobals();
    const networks = opened();
    networks.save('mine', half);
    expect(names(networks)).toEqual(['mine']);
  });
});
