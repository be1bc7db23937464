// The address of a network: what it does not know is said, but for what a page or somebody else put there.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/lib/core/options.ts';
import { fromSearch, namesNetwork, toSearch } from '../../src/lib/state/url.ts';
import { anyNetwork } from '../core/anyConfig.ts';

const refused = (search: string, own?: readonly string[]) =>
  fromSearch(search, own).problems.map(({ option, found, expected }) => [option, found, expected.kind]);

describe('the address of a network', () => {
  test('gives back any network, without a complaint', () => {
    fc.assert(
      fc.property(anyNetwork, (config) => {
        expect(fromSearch(toSearch(config))).toEqual({ config, problems: [] });
        expect(namesNetwork(toSearch(config))).toBe(toSearch(config) !== '');
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('says every parameter that no setting has, and takes the others', () => {
    expect(refused('?scael=0.5&scale=0.5&scael=1&Scale=2')).toEqual([
      ['scael', '0.5', 'option'],
      ['scael', '1', 'option'],
      ['Scale', '2', 'option'],
    ]);
    expect(fromSearch('?scael=0.5&scale=0.5').config).toEqual({ ...defaultConfig, scale: 0.5 });
    expect(refused('?__proto__=1&constructor=2')).toHaveLength(2);
  });

  test('passes over what the page itself reads, and what is hung on links on their way', () => {
    expect(refused('?show=table&scale=0.5', ['show'])).toEqual([]);
    expect(refused('?show=table')).toEqual([['show', 'table', 'option']]);
    expect(refused('?utm_source=mail&utm_medium=x&fbclid=1&gclid=2')).toEqual([]);
  });

  test('speaks of a network only where it names a setting', () => {
    expect(['', '?', '?utm_source=mail', '?scael=1'].map(namesNetwork)).toEqual([false, false, false, false]);
    expect(['?scale=9', '?utm_source=mail&family=ghostnet'].map(namesNetwork)).toEqual([true, true]);
  });
});
