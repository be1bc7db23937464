// Measurement files: what is written is read back, and nothing from outside breaks the reader.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../../src/lib/core/families/index.ts';
import { configKey } from '../../../../src/lib/core/options.ts';
import { measurementCsv } from '../../../../src/lib/core/tradeoff/report/measurementCsv.ts';
import {
  measuredDevice,
  measuredField,
  withoutSamples,
  writeMeasurements,
} from '../../../../src/lib/core/tradeoff/report/measurementFile.ts';
import { readMeasurements } from '../../../../src/lib/core/tradeoff/report/readMeasurements.ts';
import { anyField } from './anyField.ts';

const samplesMs = [5, 6, 7, 8, 9, 10];
const config = { ...FAMILIES.pplcnet.defaults, scale: 0.5 };
const field = measuredField({
  startedAt: '2026-11-25T10:00:00.000Z',
  facts: { device: 'wasm', engine: 'tfjs', runtime: 'TensorFlow.js 4.22.0', threads: 1 },
  precision: 0.03,
  seed: 1,
  rounds: 6,
  stoppedBy: 'time',
  networks: [
    { name: 'PPLCNet_x0_5, "half"', config },
    { name: 'not measured yet', config: { ...config, scale: 1 } },
  ],
  samples: { [configKey(config)]: samplesMs },
});

describe('a file', () => {
  test('holds a field as documented', () => {
    expect(JSON.parse(writeMeasurements([field]))).toEqual({
      format: 'lcnet-measurements',
      version: 1,
      fields: [
        {
          startedAt: '2026-11-25T10:00:00.000Z',
          device: {
            id: 'wasm',
            label: 'wasm, 1 thread',
            engine: 'tfjs',
            runtime: 'TensorFlow.js 4.22.0',
            threads: 1,
          },
          precision: 0.03,
          seed: 1,
          rounds: 6,
          stoppedBy: 'time',
          networks: [
            {
              key: 'family=pplcnet&scale=0.5',
              name: 'PPLCNet_x0_5, "half"',
              options: { scale: '0.5' },
              runs: 6,
              medianMs: 7.5,
              p90Ms: 9.5,
              lowMs: 5,
              highMs: 10,
              samplesMs,
            },
          ],
        },
      ],
    });
  });

  test('is read back as it was written, whatever was measured', () => {
    fc.assert(
      fc.property(fc.array(anyField, { maxLength: 3 }), (fields) => {
        expect(readMeasurements(writeMeasurements(fields))).toEqual({ fields, problems: [] });
      }),
      { numRuns: 100 },
    );
  });

  test('may leave samples out', () => {
    const lean = withoutSamples(field);
    expect(lean.networks.map((network) => 'samplesMs' in network)).toEqual([false]);
    expect(readMeasurements(writeMeasurements([lean])).fields).toEqual([lean]);
  });

  test('calls a device by its renderer or its threads', () => {
    const facts = { device: 'x', engine: 'tfjs', runtime: 'T', threads: 4 };
    expect(measuredDevice(facts).label).toBe('x, 4 threads');
    expect(measuredDevice({ ...facts, renderer: 'apple m2', software: false })).toMatchObject({
      label: 'x, apple m2',
      software: false,
    });
  });

  test('may hold more than this version knows', () => {
    const more = JSON.stringify({ ...(JSON.parse(writeMeasurements([field])) as object), note: 'mine' });
    expect(readMeasurements(more)).toEqual({ fields: [field], problems: [] });
  });
});

describe('a bad file', () => {
  test('never breaks the reader, whatever it holds', () => {
    const mutated = fc.tuple(anyField, fc.nat(), fc.string()).map(([one, at, noise]) => {
      const source = writeMeasurements([one]);
      const cut = at % source.length;
      return source.slice(0, cut) + noise + source.slice(cut + 1);
    });
    const json = fc.json({ maxDepth: 5 });
    const keyed = fc.record({ format: fc.constant('lcnet-measurements'), version: fc.constant(1), fields: fc.array(fc.jsonValue()) }).map((one) => JSON.stringify(one)); // prettier-ignore
    fc.assert(
      fc.property(fc.oneof(mutated, json, keyed, fc.string()), (source) => {
        const { fields, problems } = readMeasurements(source);
        expect(fields.length === 0 || problems.length === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('CSV', () => {
  test('has a line per network and quotes what needs it', () => {
    const [head, line] = measurementCsv([field]).split('\n');
    expect(head).toMatch(/^name,key,medianMs,p90Ms,lowMs,highMs,runs,device,label,/);
    expect(line).toBe(
      '"PPLCNet_x0_5, ""half""",family=pplcnet&scale=0.5,7.5,9.5,5,10,6,wasm,"wasm, 1 thread",tfjs,TensorFlow.js 4.22.0,1,,0.03,1,6,time,2026-11-25T10:00:00.000Z',
    );
  });

  test('of nothing is nothing', () => {
    expect(measurementCsv([])).toBe('');
  });
});
