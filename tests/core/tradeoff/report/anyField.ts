// Arbitrary measured fields for property tests.
import fc from 'fast-check';
import { configKey } from '../../../../src/lib/core/options.ts';
import type {
  MeasuredField,
  MeasuredNetwork,
} from '../../../../src/lib/core/tradeoff/report/measurementFile.ts';
import { optionsOf } from '../../../../src/lib/core/tradeoff/networkOptions.ts';
import { summarize } from '../../../../src/lib/core/tradeoff/timing.ts';
import { anyConfig } from '../../anyConfig.ts';

const samples = fc.array(fc.double({ min: 0.001, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 40 });
// texts of any kind: quotes, commas and line ends included
const words = fc.string({ maxLength: 30, unit: 'binary' });

const anyNetwork = fc
  .record({ config: anyConfig, name: words, samples, keep: fc.boolean() })
  .map((drawn): MeasuredNetwork => {
    const { runs, medianMs, p90Ms, interval } = summarize(drawn.samples);
    return {
      key: configKey(drawn.config),
      name: drawn.name,
      options: optionsOf(drawn.config),
      runs,
      medianMs,
      p90Ms,
      lowMs: interval.low,
      highMs: interval.high,
      ...(drawn.keep ? { samplesMs: drawn.samples } : {}),
    };
  });

const device = fc.record(
  {
    id: fc.constantFrom('wasm', 'webgpu'),
    label: words,
    engine: fc.constant('tfjs'),
    runtime: words,
    threads: fc.integer({ min: 1, max: 64 }),
    renderer: words,
    software: fc.boolean(),
  },
  { requiredKeys: ['id', 'label', 'engine', 'runtime', 'threads'] },
);

export const anyField: fc.Arbitrary<MeasuredField> = fc.record({
  startedAt: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  device,
  precision: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0), // JSON has no −0
  seed: fc.integer(),
  rounds: fc.nat(),
  stoppedBy: fc.constantFrom('precision' as const, 'time' as const, 'user' as const),
  networks: fc.uniqueArray(anyNetwork, { maxLength: 6, selector: ({ key }) => key }),
});
