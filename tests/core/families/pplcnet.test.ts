// PP-LCNet against its published and hand-checked counts.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/lib/core/analyze.ts';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { METRICS } from '../../../src/lib/core/metrics/index.ts';

const { pplcnet } = FAMILIES;
const totalsOf = (change: Partial<NetConfig>) =>
  analyze(pplcnet.build({ ...pplcnet.defaults, ...change }), METRICS).totals;

// Counted from the published code at 224×224, 1000 classes: scale, MACs, trainable, with statistics, paddle.flops.
const WIDTHS = [
  [0.25, 16773440, 1521184, 1523936, 18251056],
  [0.35, 27357832, 1643090, 1646930, 29456978],
  [0.5, 44731008, 1879576, 1885048, 47284832],
  [0.75, 94786496, 2357008, 2365232, 98817936],
  [1, 155700480, 2952520, 2963464, 160808128],
  [1.5, 334188416, 4499832, 4516248, 341849888],
  [2, 580194816, 6521512, 6543400, 590410112],
  [2.5, 893719680, 9017560, 9044920, 906488800],
] as const;

describe('the eight published widths', () => {
  it.each(WIDTHS)(
    'x%s has exactly the published counts',
    (scale, macs, params, withStatistics, paddleFlops) => {
      const totals = totalsOf({ scale });
      expect(totals.macs).toBe(macs);
      expect(totals.params).toBe(params);
      expect(totals.paramsWithStatistics).toBe(withStatistics);
      expect(totals['flops.paddle']).toBe(paddleFlops);
    },
  );
});

// Counted from the published code, on x0.5: study, variant, MACs, trainable parameters, paddle.flops.
const ABLATIONS = [
  ['technique', 'no-hardswish', 44731008, 1879576, 47284832],
  ['technique', 'no-se', 44690048, 1838136, 47224192],
  ['technique', 'no-large-kernel', 42422912, 1863192, 44976736],
  ['technique', 'no-last-conv', 43379328, 527896, 45933152],
  ['technique', 'all', 44731008, 1879576, 47284832],
  ['se', '1100000000000', 44690208, 1838326, 47374934],
  ['se', '0000001100000', 44706432, 1854840, 47291328],
  ['se', '0000000000011', 44731008, 1879576, 47284832],
  ['se', '1111111111111', 44777248, 1926886, 47797126],
  ['kernel', '1111111111111', 50150016, 1883032, 52703840],
  ['kernel', '1111111000000', 48243328, 1868696, 50797152],
  ['kernel', '0000001111111', 44731008, 1879576, 47284832],
] as const;

describe('the ablation study', () => {
  it('has every row of the three published tables', () => {
    const studied = pplcnet.published.flatMap(({ ablation }) =>
      ablation ? [`${ablation.study} ${ablation.variant}`] : [],
    );
    expect(studied).toEqual(ABLATIONS.map(([study, variant]) => `${study} ${variant}`));
  });

  it.each(ABLATIONS)(
    '%s %s has exactly the counts of the published code',
    (study, variant, macs, params, paddleFlops) => {
      const row = pplcnet.published.find(
        ({ ablation }) => ablation?.study === study && ablation.variant === variant,
      );
      const totals = totalsOf(row?.change ?? {});
      const batchNormStatistics = 5472; // of x0.5, the same in every row
      expect(totals.macs).toBe(macs);
      expect(totals.params).toBe(params);
      expect(totals.paramsWithStatistics).toBe(params + batchNormStatistics);
      expect(totals['flops.paddle']).toBe(paddleFlops);
    },
  );
});

describe('published figures', () => {
  it('agree with our counts to the digits printed, except two rows (printed x1.5: 341.86 for 341.85, x2.0: 590.00 for 590.41)', () => {
    const off = pplcnet.published.filter(({ paramsM, flopsM, change }) => {
      if (paramsM === undefined || flopsM === undefined) return false;
      const totals = totalsOf(change);
      return (
        (totals.paramsWithStatistics / 1e6).toFixed(2) !== paramsM.toFixed(2) ||
        Math.abs(totals['flops.paddle'] / 1e6 - flopsM) > 0.00501
      );
    });
    expect(off.map(({ name }) => name)).toEqual(['PPLCNet_x1_5', 'PPLCNet_x2_0']);
  });

  it('hold no latency outside of a named protocol', () => {
    for (const { latencyMs } of pplcnet.published)
      expect(
        Object.keys(latencyMs).every((id) => ['xeon6148', 'sd855t1', 'sd855t2', 'sd855t4'].includes(id)),
      ).toBe(true);
  });
});

describe('the Keras variant', () => {
  it('has the counts of the port: 1,704,241 stored, 1,693,297 trained, 154,442,240 MACs', () => {
    const keras = pplcnet.presets.find(({ id }) => id === 'keras');
    const totals = totalsOf(keras?.change ?? {});
    expect(totals.paramsWithStatistics).toBe(1704241);
    expect(totals.params).toBe(1693297);
    expect(totals.macs).toBe(154442240);
  });
});

describe('structure', () => {
  const graph = pplcnet.build(pplcnet.defaults);

  it('numbers the blocks of the body 1 to 13', () => {
    expect(graph.blocks.flatMap(({ number }) => number ?? [])).toEqual(
      Array.from({ length: 13 }, (_, i) => i + 1),
    );
  });

  it('puts SE between the depthwise and the pointwise convolution', () => {
    const block = graph.blocks.find(({ number }) => number === 12);
    const units = graph.nodes.slice(block?.start, block?.end).map(({ path }) => path[2]);
    expect([...new Set(units)]).toEqual(['dw_conv', 'se', 'pw_conv']);
  });

  it('rounds the channels of x0.35 as the official code does', () => {
    const rows = pplcnet.rows({ ...pplcnet.defaults, scale: 0.35 });
    expect([...new Set(rows.map(({ outChannels }) => outChannels))]).toEqual([16, 24, 48, 88, 176]);
  });

  it('has with a bias of the last convolution the counts of timm, and no MAC more', () => {
    const [without, withBias] = [totalsOf({}), totalsOf({ lastConvBias: true })];
    // timm lcnet_100: 2,953,800 parameters
    expect(withBias.params).toBe(2953800);
    expect(withBias.macs).toBe(without.macs);
    for (const convention of ['paddle', 'ptflops', 'ptflopsAten', 'torchinfo'] as const)
      expect(withBias[`flops.${convention}`] - without[`flops.${convention}`]).toBe(1280);
    for (const convention of ['fvcore', 'thop', 'macs2x'] as const)
      expect(withBias[`flops.${convention}`]).toBe(without[`flops.${convention}`]);
  });

  it('loses the last convolution, its activation and dropout when its width is 0', () => {
    const names = pplcnet.build({ ...pplcnet.defaults, lastConv: 0 }).nodes.map(({ name }) => name);
    expect(names).not.toContain('last_conv');
    expect(names).not.toContain('dropout');
    expect(names.slice(-2)).toEqual(['flatten', 'fc']);
  });
});
