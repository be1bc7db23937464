// Series and chart of the trade-off lab: who stands where, on which axis, and what is drawn of it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAMILY_IDS } from '../../../src/lib/core/config/netConfig.ts';
import { tradeoffChart, type ChartRequest } from '../../../src/lib/core/tradeoff/chart.ts';
import { chartSvg } from '../../../src/lib/core/tradeoff/chartSvg.ts';
import { FAMILY_COLOURS } from '../../../src/lib/core/tradeoff/familyColours.ts';
import {
  KNOWN_NETWORKS,
  LESSON_NETWORKS,
  PAPER_COMPARISON,
} from '../../../src/lib/core/tradeoff/networks.ts';
import { timmSeries, tradeoffSeries, type Costs } from '../../../src/lib/core/tradeoff/series.ts';

const costsOf = (): Costs => ({ macs: 1, params: 1, activations: 1 });
const plain = ['plain'] as const;
const pointsOn = (axis: Parameters<typeof timmSeries>[0]) =>
  tradeoffSeries({ axis, recipes: plain, costsOf }).flatMap(({ points }) => points);

describe('the networks that can be chosen', () => {
  it('are eight widths of PP-LCNet, three more recipes of it, and the 36 rows of the other families', () => {
    expect(KNOWN_NETWORKS).toHaveLength(8 + 3 + 36);
  });

  it('hold the twelve of the paper, each once, all with a latency of its table', () => {
    expect(new Set(PAPER_COMPARISON.map(({ key }) => key)).size).toBe(12);
    expect(PAPER_COMPARISON.every(({ row }) => row.latencyMs.xeon6148 !== undefined)).toBe(true);
  });

  it('hold the three networks of the lesson: as published, SE everywhere, 5×5 everywhere', () => {
    expect(LESSON_NETWORKS.map(({ config }) => config.se.filter(Boolean).length)).toEqual([13, 2, 2]);
  });
});

describe('the published latency', () => {
  it('has twelve tabled competitors and widths, and the rest marked as read off the figure', () => {
    const points = pointsOn('xeon6148');
    const digitised = points.filter((point) => point.digitised).map(({ name, x }) => [name, x]);
    expect(points.filter((point) => !point.digitised)).toHaveLength(8 + 9);
    expect(digitised).toContainEqual(['GhostNet_x1_0', 7.65]);
    expect(digitised).toHaveLength(14);
  });

  it('never mixes protocols: no point of one axis has a value of another', () => {
    const [x1, x4] = [pointsOn('sd855t1'), pointsOn('sd855t4')];
    expect(x1.find(({ name }) => name === 'MobileNetV1')?.x).toBe(30.24);
    expect(x4.find(({ name }) => name === 'MobileNetV1')?.x).toBe(10.3);
    expect(x1.some(({ digitised }) => digitised)).toBe(false);
  });

  it('leaves out what has not been measured here', () => {
    expect(pointsOn('here')).toEqual([]);
  });
});

describe('timm', () => {
  it('is a recipe of its own, on counts only, with timm’s printed values', () => {
    expect(timmSeries('here')).toEqual([]);
    expect(timmSeries('xeon6148')).toEqual([]);
    const lcnet = timmSeries('params').find(({ family }) => family === 'pplcnet');
    expect(lcnet?.points.map(({ x, top1 }) => [x, top1])).toEqual([
      [1.88, 63.138],
      [2.36, 68.786],
      [2.95, 72.13],
    ]);
  });
});

const request = (change: Partial<ChartRequest> = {}): ChartRequest => ({
  series: tradeoffSeries({ axis: 'xeon6148', recipes: plain, costsOf }),
  y: 'top1',
  logarithmic: false,
  front: true,
  width: 700,
  height: 420,
  theme: 'light',
  view: { k: 1, x: 0, y: 0 },
  xTitle: 'ms',
  yTitle: '%',
  ...change,
});

describe('the chart', () => {
  it('has every point inside of its axes, linear and logarithmic', () => {
    for (const logarithmic of [false, true]) {
      const { points, plot } = tradeoffChart(request({ logarithmic }));
      expect(points).toHaveLength(8 + 9 + 14);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThan(plot.x);
        expect(x).toBeLessThan(plot.x + plot.width);
        expect(y).toBeGreaterThan(plot.y);
        expect(y).toBeLessThan(plot.y + plot.height);
      }
    }
  });

  it('has only PP-LCNet on the front of the published latencies', () => {
    const { front } = tradeoffChart(request());
    expect(front.every((name) => name.startsWith('PPLCNet') || name.startsWith('MobileNetV3_large'))).toBe(
      true,
    );
    expect(front[0]).toBe('PPLCNet_x0_25');
  });

  it('draws the interval of what was measured', () => {
    const measured = tradeoffSeries({
      axis: 'here',
      recipes: plain,
      costsOf: () => ({ ...costsOf(), here: 10, range: [9, 12] }),
    });
    const { points } = tradeoffChart(request({ series: measured }));
    expect(points.every(({ point }) => point.range?.[0] === 9)).toBe(true);
  });

  it('is empty, not broken, where nothing has a place', () => {
    expect(tradeoffChart(request({ series: [] })).points).toEqual([]);
  });

  it('as a file needs nothing but itself', () => {
    const svg = chartSvg({ ...request(), title: 'Trade-off', note: 'PaddleClas' });
    expect(svg).not.toMatch(/<style|class=|style=|var\(|<script|href=|url\(|NaN/);
  });
});

it('the style sheet has the same colours of families', () => {
  const css = readFileSync(new URL('../../../src/tokens.css', import.meta.url), 'utf8');
  for (const theme of ['light', 'dark'] as const) {
    const rule = css.slice(css.indexOf(`[data-theme='${theme}']`)).split('}')[0] ?? '';
    for (const id of FAMILY_IDS) expect(rule).toContain(`--family-${id}: ${FAMILY_COLOURS[theme][id]};`);
  }
});
