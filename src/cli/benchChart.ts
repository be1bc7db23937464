// The chart of a measured field as a file: published top-1 against the latency measured here, and what it was measured on.
import { cpus } from 'node:os';
import { chartSvg } from '../lib/core/tradeoff/chartSvg.ts';
import type { MeasuredField } from '../lib/core/tradeoff/report/measurementFile.ts';
import { tradeoffSeries } from '../lib/core/tradeoff/series.ts';

export function benchChart({ device, networks, rounds, startedAt }: MeasuredField): string {
  const measured = new Map(networks.map((network) => [network.key, network]));
  const series = tradeoffSeries({
    axis: 'here',
    recipes: ['plain'],
    costsOf: ({ key }) => {
      const timed = measured.get(key);
      const counts = { macs: NaN, params: NaN, activations: NaN };
      return timed ? { ...counts, here: timed.medianMs, range: [timed.lowMs, timed.highMs] } : counts;
    },
  });
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const drawn = series.reduce((sum, { points }) => sum + points.length, 0);
  return chartSvg({
    series,
    y: 'top1',
    logarithmic: false,
    front: true,
    theme: 'light',
    xTitle: 'median latency, ms',
    yTitle: 'ImageNet top-1, %',
    title: `Top-1 (published by PaddleClas) against latency: ${device.label}, ${device.runtime}`,
    note: `${processor}, Node ${process.version}, ${startedAt.slice(0, 10)}: ${drawn} networks, ${rounds} shuffled rounds; bars are 95 % intervals of the median`,
  });
}
