// The other families against their published tables, and against counts of the published code.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/lib/core/analyze.ts';
import type { FamilyId, NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { METRICS } from '../../../src/lib/core/metrics/index.ts';

const totalsOf = (family: FamilyId, change: Partial<NetConfig>) => {
  const { build, defaults } = FAMILIES[family];
  return analyze(build({ ...defaults, ...change }), METRICS).totals;
};

// Counted from the published code at 224×224, 1000 classes: scale, MACs, trainable, with statistics, paddle.flops.
type Counts = readonly [scale: number, macs: number, params: number, stored: number, paddle: number];
const COUNTS = {
  mobilenetv1: [
    [0.25, 41030272, 470072, 475544, 43564416],
    [0.5, 149497088, 1331592, 1342536, 154565376],
    [0.75, 325400448, 2585560, 2601976, 333002880],
    [1.0, 568740352, 4231976, 4253864, 578876928],
  ],
  mobilenetv2: [
    [0.25, 30480864, 1517392, 1527856, 34178704],
    [0.5, 92271040, 1965736, 1984104, 99477280],
    [0.75, 186650528, 2628592, 2654864, 197365168],
    [1.0, 313619328, 3505960, 3540136, 327842368],
    [1.5, 681017664, 6852712, 6903976, 702352224],
    [2.0, 1188808448, 11262312, 11330664, 1217254528],
  ],
  'mobilenetv3-large': [
    [0.35, 37188872, 2104328, 2112920, 40903440],
    [0.5, 66704432, 2673422, 2685790, 71826670],
    [0.75, 143780440, 3912248, 3930696, 151700520],
    [1.0, 219799200, 5480206, 5504638, 229654758],
    [1.25, 349965896, 7443308, 7473948, 362694596],
  ],
  'mobilenetv3-small': [
    [0.35, 13161528, 1665954, 1670226, 14555930],
    [0.5, 20759280, 1902536, 1908696, 22597504],
    [0.75, 43048536, 2375106, 2384338, 46015218],
    [1.0, 60119520, 2939958, 2952102, 63665806],
    [1.25, 95364424, 3627370, 3642650, 100072114],
  ],
  shufflenetv2: [
    [0.25, 17575760, 603688, 607712, 18945136],
    [0.33, 22454592, 647272, 652264, 24041920],
    [0.5, 40476448, 1366792, 1374744, 42575456],
    [1.0, 144907992, 2278604, 2294784, 148859592],
    [1.5, 295759392, 3503624, 3527064, 301345632],
    [2.0, 583253464, 7393996, 7427712, 590843848],
  ],
  ghostnet: [
    [0.5, 42327816, 2588232, 2601776, 46146200],
    [1.0, 141149744, 5183016, 5207544, 148783952],
    [1.3, 226995784, 7352622, 7383718, 236893688],
  ],
} as const satisfies Partial<Record<FamilyId, readonly Counts[]>>;

describe.each(Object.entries(COUNTS))('%s', (id, counts) => {
  it.each(counts.map((row) => [...row] as const))(
    'x%s has exactly the counts of the published code',
    (scale, macs, params, stored, paddle) => {
      const totals = totalsOf(id as FamilyId, { scale });
      expect(totals.macs).toBe(macs);
      expect(totals.params).toBe(params);
      expect(totals.paramsWithStatistics).toBe(stored);
      expect(totals['flops.paddle']).toBe(paddle);
    },
  );
});

const PUBLISHED = Object.values(FAMILIES)
  .filter(({ id }) => id !== 'pplcnet')
  .flatMap(({ id, published }) => published.map((row) => ({ id, ...row })));

describe('the published table', () => {
  it('has 36 rows of these families', () => {
    expect(PUBLISHED).toHaveLength(36);
  });

  it.each(PUBLISHED)('$name has our parameters to the digits printed', ({ id, change, paramsM }) => {
    expect((totalsOf(id, change).paramsWithStatistics / 1e6).toFixed(2)).toBe(paramsM?.toFixed(2));
  });

  // The last digit of two networks is printed as if rounded up: 229.654758 and 362.694596 million.
  it('has our FLOPs to the digits printed, but for 229.66 (of 229.65) and 362.70 (of 362.69)', () => {
    const off = PUBLISHED.map(({ id, change, flopsM }) => ({
      printed: flopsM?.toFixed(2),
      counted: (totalsOf(id, change)['flops.paddle'] / 1e6).toFixed(2),
    })).filter(({ printed, counted }) => printed !== counted);
    expect(off).toEqual([
      { printed: '229.66', counted: '229.65' },
      { printed: '362.70', counted: '362.69' },
      { printed: '229.66', counted: '229.65' },
    ]);
  });

  it('is of ShuffleNetV2 x2.0 as it was trained, with 224 channels in stage 2; today’s code has 244', () => {
    const { published, presets, defaults, rows } = FAMILIES.shufflenetv2;
    const row = published.find(({ name }) => name === 'ShuffleNetV2_x2_0');
    const widths = (change: Partial<NetConfig>) => [
      ...new Set(rows({ ...defaults, ...change }).map(({ outChannels }) => outChannels)),
    ];
    expect(widths(row?.change ?? {})).toEqual([224, 488, 976]);
    expect(widths({ scale: 2 })).toEqual([244, 488, 976]);
    expect(presets[0]?.change).toEqual(row?.change);
  });
});
