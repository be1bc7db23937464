// What is wrong with a measurement file is said in one line: where, what was found, what is allowed.
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { configKey } from '../../../src/lib/core/options.ts';
import { measuredField, type MeasuredField } from '../../../src/lib/core/tradeoff/report/measurementFile.ts';
import { readMeasurements } from '../../../src/lib/core/tradeoff/report/readMeasurements.ts';
import { fileProblemText } from '../../../src/lib/views/lab/fileProblemText.ts';

const config = { ...FAMILIES.pplcnet.defaults, scale: 0.5 };
const field = measuredField({
  startedAt: '2026-11-25T10:00:00.000Z',
  facts: { device: 'wasm', engine: 'tfjs', runtime: 'TensorFlow.js 4.22.0', threads: 1 },
  precision: 0.03,
  seed: 1,
  rounds: 6,
  stoppedBy: 'time',
  networks: [{ name: 'PPLCNet_x0_5', config }],
  samples: { [configKey(config)]: [5, 6, 7, 8, 9, 10] },
});

describe('a bad measurement file', () => {
  const network = field.networks[0] as MeasuredField['networks'][number];
  const withNetwork = (change: object) => ({ ...field, networks: [{ ...network, ...change }] });
  const problemsOf = (changed: object) => {
    const source = JSON.stringify({ format: 'lcnet-measurements', version: 1, fields: [changed] });
    const { fields, problems } = readMeasurements(source);
    expect(fields).toEqual([]);
    return problems.map(fileProblemText);
  };

  test.each([
    [{ ...field, precision: 'fine' }, 'fields[0].precision = "fine": a number from 0 to 1 expected'],
    [{ ...field, startedAt: 'today' }, 'fields[0].startedAt = "today": a time such as 2026-11-25T10:00:00Z expected'], // prettier-ignore
    [{ ...field, networks: {} }, 'fields[0].networks = {}: a list expected'],
    [{ ...field, networks: [network, network] }, 'fields[0].networks[1].key = "family=pplcnet&scale=0.5": every network once expected'], // prettier-ignore
    [{ ...field, device: 'wasm' }, 'fields[0].device = "wasm": an object expected'],
    [
      withNetwork({ runs: 0 }),
      'fields[0].networks[0].runs = 0: a whole number from 1 to 1000000000000 expected',
    ],
    [withNetwork({ medianMs: null }), 'fields[0].networks[0].medianMs = null: a number from 0 to 1000000000000 expected'], // prettier-ignore
    [
      withNetwork({ medianMs: 11 }),
      'fields[0].networks[0].medianMs = 11: lowMs ≤ medianMs ≤ highMs expected',
    ],
    [withNetwork({ p90Ms: 7 }), 'fields[0].networks[0].p90Ms = 7: medianMs ≤ p90Ms expected'],
    [withNetwork({ samplesMs: [1] }), 'fields[0].networks[0].runs = 6: 1 expected, as many as in samplesMs'],
    [withNetwork({ key: 'x' }), 'fields[0].networks[0].key = "x": family=pplcnet&scale=0.5 expected, as the options say'], // prettier-ignore
    [withNetwork({ options: { scale: '99' } }), 'fields[0].networks[0].options = "99": scale 99: a number from 0.1 to 4 is expected'], // prettier-ignore
    [withNetwork({ options: { colour: 'red' } }), 'fields[0].networks[0].options.colour = "red": the name of an option expected'], // prettier-ignore
  ])('is refused whole: %j', (changed, line) => {
    expect(problemsOf(changed)).toEqual([line]);
  });

  test('that is no JSON, or another kind of file, says so', () => {
    expect(readMeasurements('{', 'a.json').problems.map(fileProblemText)).toEqual(['a.json: JSON expected']);
    expect(readMeasurements('{"version":2,"fields":[]}').problems.map(fileProblemText)).toEqual([
      'format = nothing: one of lcnet-measurements expected',
      'version = 2: one of 1 expected',
    ]);
  });
});
