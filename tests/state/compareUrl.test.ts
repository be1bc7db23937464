// The address of a comparison: whatever it says, two to four networks come out, and what was refused is named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { FIRST_NETWORKS, fromCompareSearch, toCompareSearch } from '../../src/lib/state/compareUrl.ts';
import { anyNetwork } from '../core/anyConfig.ts';

describe('the address of a comparison', () => {
  it('gives back any two to four networks', () => {
    fc.assert(
      fc.property(fc.array(anyNetwork, { minLength: 2, maxLength: 4 }), (configs) => {
        expect(fromCompareSearch(toCompareSearch(configs))).toEqual({ configs, refusals: [] });
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('is empty for the networks shown first, and names the default network by its family', () => {
    expect(toCompareSearch(FIRST_NETWORKS)).toBe('');
    expect(toCompareSearch([FAMILIES.pplcnet.defaults, FAMILIES.ghostnet.defaults])).toBe(
      '?n=family%3Dpplcnet&n=family%3Dghostnet',
    );
  });

  it('takes networks as the address of Explore has them', () => {
    const { configs, refusals } = fromCompareSearch(
      '?n=scale%3D0.5%26se%3D0000001100000&n=family%3Dghostnet',
    );
    expect(configs.map(({ family, scale }) => [family, scale])).toEqual([
      ['pplcnet', 0.5],
      ['ghostnet', 1],
    ]);
    expect(refusals).toEqual([]);
  });

  it('names what it refuses, and the rest works', () => {
    const { configs, refusals } = fromCompareSearch('?n=scale%3D9&n=colour%3Dred%26scale%3D0.5');
    expect(configs.map(({ scale }) => scale)).toEqual([1, 0.5]);
    expect(refusals).toMatchObject([
      { kind: 'setting', network: 0, problem: { option: 'scale', found: '9' } },
      {
        kind: 'setting',
        network: 1,
        problem: { option: 'colour', found: 'red', expected: { kind: 'option' } },
      },
    ]);
  });

  it('with one network is filled up, with five is cut, and says so', () => {
    const one = fromCompareSearch('?n=scale%3D0.5');
    expect(one.configs).toHaveLength(2);
    expect(one.refusals).toEqual([{ kind: 'count', got: 1 }]);
    const five = fromCompareSearch(`?${'n=scale%3D0.5&'.repeat(5)}`);
    expect(five.configs).toHaveLength(4);
    expect(five.refusals).toEqual([{ kind: 'count', got: 5 }]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), (texts) => {
        const search = texts.map((text) => `n=${encodeURIComponent(text)}`).join('&');
        const { configs } = fromCompareSearch(search);
        expect(configs.length).toBeGreaterThanOrEqual(2);
        expect(configs.length).toBeLessThanOrEqual(4);
      }),
      { seed: 1 },
    );
  });
});
