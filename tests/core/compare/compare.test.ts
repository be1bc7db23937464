// Networks side by side: nothing is lost among places, counterparts never cross, and differences are exactly what was changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockUnits, columnsOf, counterparts } from '../../../src/lib/core/compare/align.ts';
import { differences } from '../../../src/lib/core/compare/differences.ts';
import { echoOf } from '../../../src/lib/core/compare/echo.ts';
import { markOf, marksOf } from '../../../src/lib/core/compare/marks.ts';
import { networkOf, type ComparedNetwork } from '../../../src/lib/core/compare/network.ts';
import { inOrder, placesOf } from '../../../src/lib/core/compare/place.ts';
import { stageBars, type AdditiveMetricId } from '../../../src/lib/core/compare/stageBars.ts';
import { compareTotals } from '../../../src/lib/core/compare/totals.ts';
import type { FamilyId, NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { METRICS } from '../../../src/lib/core/metrics/index.ts';
import { anyNetwork } from '../anyConfig.ts';

const of = (family: FamilyId, change: Partial<NetConfig> = {}): ComparedNetwork =>
  networkOf({ ...FAMILIES[family].defaults, ...change });

const LCNET = of('pplcnet');
const additive = METRICS.map(({ id }) => id).filter(
  (id): id is AdditiveMetricId =>
    !['peakActivationBytes', 'receptiveField', 'arithmeticIntensity'].includes(id),
);

describe('totals', () => {
  it('are those of each network, with what they differ by from the first', () => {
    const rows = compareTotals([LCNET, of('mobilenetv3-large')]);
    expect(rows.map(({ metric }) => metric)).toEqual(METRICS.map(({ id }) => id));
    const macs = rows.find(({ metric }) => metric === 'macs');
    const other = of('mobilenetv3-large').analysis.totals.macs;
    expect(macs?.values).toEqual([
      { value: 155700480, difference: 0, relative: 0 },
      { value: other, difference: other - 155700480, relative: (other - 155700480) / 155700480 },
    ]);
  });
});

describe('places', () => {
  it('come from strides, so that odd sizes fall where even ones do', () => {
    const even = placesOf(LCNET.analysis.graph);
    for (const side of [32, 33, 225, 511])
      expect(placesOf(of('pplcnet', { resolution: [side, side] }).analysis.graph)).toEqual(even);
  });

  it('name both axes where they differ, and stand in order', () => {
    const strides = [2, 1, 1, 1, 1].map((width): [number, number] => [2, width]);
    const places = placesOf(of('pplcnet', { strides }).analysis.graph).values();
    expect(inOrder(['head', ...places])).toEqual(['stem', '/2', '/4×2', '/8×2', '/16×2', '/32×2', 'head']);
  });
});

describe('bars', () => {
  it.each(additive)('of %s add up to the total of every network', (metric) => {
    fc.assert(
      fc.property(fc.array(anyNetwork, { minLength: 2, maxLength: 4 }), (configs) => {
        const networks = configs.map(networkOf);
        const { places, longest } = stageBars(networks, metric);
        networks.forEach(({ analysis }, n) => {
          const sum = places.reduce((all, { bars }) => all + (bars[n]?.value ?? 0), 0);
          expect(sum).toBe(analysis.totals[metric]);
        });
        const bars = places.flatMap((place) => place.bars.flatMap((bar) => bar ?? []));
        expect(Math.max(...bars.map(({ length }) => length))).toBe(longest > 0 ? 1 : 0);
      }),
      { seed: 1, numRuns: 15 },
    );
  });

  it('of different families stand at the same resolutions, under their own names of stages', () => {
    const { places } = stageBars([LCNET, of('shufflenetv2')], 'macs');
    expect(places.map(({ place }) => place)).toEqual(['stem', '/2', '/4', '/8', '/16', '/32', 'head']);
    expect(places.map(({ bars }) => bars[1]?.stages)).toEqual([
      ['conv1', 'maxpool'],
      undefined,
      undefined,
      ['stage2'],
      ['stage3'],
      ['stage4'],
      ['head'],
    ]);
  });
});

describe('alignment', () => {
  it('never crosses, and every unit stands in one column', () => {
    fc.assert(
      fc.property(fc.array(anyNetwork, { minLength: 2, maxLength: 4 }), (configs) => {
        const networks = configs.map(networkOf);
        const units = networks.map(({ analysis }) => blockUnits(analysis.graph));
        const rules = configs.map(({ family }) => (family === configs[0]?.family ? 'stage' : 'place'));
        const columns = columnsOf(units, rules);
        units.forEach((own, n) => {
          const indexes = columns.flatMap((column) => column[n] ?? []);
          expect(indexes).toEqual(own.map((_, i) => i));
        });
        expect(columns.every((column) => column.some((index) => index !== undefined))).toBe(true);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('puts an added block of one stage beside no block of the next', () => {
    const deeper = of('mobilenetv2', { depths: [1, 2, 3, 5, 3, 3, 1] });
    const [a, b] = [of('mobilenetv2'), deeper].map(({ analysis }) => blockUnits(analysis.graph));
    const matches = counterparts(a ?? [], b ?? [], 'stage');
    expect(matches.filter((match) => match === undefined)).toHaveLength(1);
    expect(b?.[matches.indexOf(undefined)]?.stage).toBe('conv5');
  });
});

describe('differences', () => {
  it('of a network and itself are none', () => {
    fc.assert(
      fc.property(anyNetwork, (config) => {
        const { settings, blocks } = differences(networkOf(config), networkOf(config));
        expect(settings).toEqual([]);
        expect(blocks.flatMap((pair) => markOf(pair) ?? [])).toEqual([]);
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('name the setting with both values, and the blocks with what differs', () => {
    const kernels = LCNET.config.kernels.map((kernel, i) => (i === 6 ? 7 : kernel));
    const se = LCNET.config.se.map((on, i) => on || i === 2);
    const { settings, blocks } = differences(LCNET, of('pplcnet', { kernels, se, dropout: 0.5 }));
    expect(settings).toEqual([{ setting: 'dropout', option: 'dropout', base: '0.2', other: '0.5' }]);
    const differing = blocks.filter(({ differing: facts }) => facts.length > 0);
    expect(differing.map(({ base, other, differing: facts }) => ({ base, other, facts }))).toEqual([
      { base: 3, other: 3, facts: ['se'] },
      { base: 7, other: 7, facts: ['kernel'] },
    ]);
    expect(differing[1]?.otherFacts?.kernel).toBe(7);
  });

  it('tell width from structure, and what has no counterpart', () => {
    const wider = differences(LCNET, of('pplcnet', { scale: 2 }));
    expect(new Set(wider.blocks.map(markOf))).toEqual(new Set(['channels']));
    const ghost = of('ghostnet');
    const { blocks, settings } = differences(LCNET, ghost);
    expect(blocks.filter(({ other }) => other !== undefined)).toHaveLength(16);
    expect(blocks.filter(({ base }) => base !== undefined)).toHaveLength(13);
    expect(blocks.filter((pair) => markOf(pair) === 'alone').map(({ place }) => place)).toEqual([
      '/32',
      '/32',
      '/32',
    ]);
    expect(blocks.every(({ differing: facts }) => !facts.includes('expansion'))).toBe(true);
    expect(settings[0]).toEqual({ setting: 'family', option: 'family', base: 'pplcnet', other: 'ghostnet' });
  });
});

describe('a block that is pointed at', () => {
  const networks = [LCNET, of('mobilenetv3-large'), of('pplcnet', { depths: [1, 2, 2, 7, 2] })];
  const all = networks.map((network) => differences(LCNET, network));

  it('has its counterpart in every other network, whichever it is in', () => {
    for (const [network, block] of [6, 7, 6].entries())
      expect(echoOf(all, { network, block })).toEqual([6, 7, 6]);
  });

  it('is alone where the first network has none in its place', () => {
    expect(echoOf(all, { network: 1, block: 6 })).toEqual([undefined, 6, undefined]);
    expect(echoOf(all, { network: 2, block: 12 })).toEqual([undefined, undefined, 12]);
  });
});

describe('marks', () => {
  it('of a stage say what its blocks have in common', () => {
    const large = of('mobilenetv3-large');
    const marks = marksOf(differences(LCNET, large), large);
    expect(marks.get('block:blocks.12')).toBe('channels');
    expect(marks.get('block:blocks.14')).toBe('alone');
    expect(marks.get('stage:stage6')).toBe('structure');
    const wide = of('pplcnet', { scale: 2 });
    const ofWide = marksOf(differences(LCNET, wide), wide);
    expect(new Set(ofWide.values())).toEqual(new Set(['channels']));
    expect(ofWide.size).toBe(13 + 5);
    expect(marksOf(differences(LCNET, LCNET), LCNET).size).toBe(0);
  });
});
