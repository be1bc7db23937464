// `lcnet bench`: latency of many networks on this machine, measured as the page does, in tfjs WebAssembly unless told otherwise.
import { FIELD_RULES } from '../lib/core/tradeoff/field.ts';
import { measurementCsv } from '../lib/core/tradeoff/report/measurementCsv.ts';
import {
  measuredField,
  withoutSamples,
  writeMeasurements,
  type MeasuredField,
} from '../lib/core/tradeoff/report/measurementFile.ts';
import { roundsOf, withRuns, type SamplesById } from '../lib/core/tradeoff/samples.ts';
import { isEngineError } from '../lib/engines/errors.ts';
import { measureField } from '../lib/engines/field/measureField.ts';
import type { Values } from './architecture.ts';
import { benchChart } from './benchChart.ts';
import { benchNetworks } from './benchNetworks.ts';
import { numberOf, oneOf, type Command } from './command.ts';
import { Failure } from './failure.ts';
import { NODE_DEVICES, openDevice } from './openDevice.ts';
import { progressLine } from './progressLine.ts';
import { fieldTable, plainTable } from './tables.ts';
import { write } from './write.ts';

/** Ctrl-C ends it early with what has been measured. */
function stoppedByUser(): AbortSignal {
  const control = new AbortController();
  process.once('SIGINT', () => control.abort());
  return control.signal;
}

async function measure(values: Values): Promise<MeasuredField> {
  const networks = benchNetworks(values);
  const rules = {
    precision: numberOf(values, 'precision', { min: 0, max: 1, standard: FIELD_RULES.precision }),
    maxMs: 1000 * numberOf(values, 'max-seconds', { min: 0, max: 86_400, standard: 60 }),
    seed: numberOf(values, 'seed', { min: 0, max: 2 ** 31, standard: 1, integer: true }),
  };
  const device = oneOf(values, 'device', NODE_DEVICES);
  const startedAt = new Date().toISOString();
  const [signal, runtime, line] = [stoppedByUser(), await openDevice(device), progressLine()];
  const members = networks.map(({ key, config }) => ({ id: key, config }));
  let samples: SamplesById = {};
  const result = (rounds: number, stoppedBy: MeasuredField['stoppedBy']) =>
    measuredField({ startedAt, facts: runtime.facts, ...rules, rounds, stoppedBy, networks, samples });
  try {
    const answer = await measureField(
      { device, networks: members, ...rules },
      {
        signal,
        report: (progress) => {
          samples = withRuns(samples, progress.runs);
          line.show(progress);
        },
        alone: (work) => work(),
        borrow: (_device, work) => work(runtime),
        beforeReset: () => () => undefined,
      },
    );
    samples = Object.fromEntries(answer.networks.map(({ id, samplesMs }) => [id, [...samplesMs]]));
    return result(answer.rounds, answer.stoppedBy);
  } catch (error) {
    if (!isEngineError(error, 'cancelled')) throw error;
    return result(
      roundsOf(
        samples,
        networks.map(({ key }) => key),
      ),
      'user',
    );
  } finally {
    line.end();
    runtime.close();
  }
}

export const bench: Command = {
  name: 'bench',
  about: 'latency of many networks on this machine, measured together in shuffled rounds',
  architecture: true,
  options: {
    scales: { type: 'string', about: 'widths of the network, for example 0.25,0.5,1; those of its family' },
    networks: {
      type: 'string',
      about: 'all | published | paper | keys separated by commas, instead of the options',
    },
    device: { type: 'string', about: NODE_DEVICES.join(' | ') },
    precision: { type: 'string', about: 'half width of every 95 % interval, relative to the median: 0.03' },
    'max-seconds': { type: 'string', about: 'time limit of the rounds: 60' },
    seed: { type: 'string', about: 'of the order of runs: 1' },
    json: { type: 'boolean', about: 'print what docs/measurements.md describes' },
    csv: { type: 'boolean', about: 'one line per network' },
    'no-samples': { type: 'boolean', about: 'leave single runs out of the JSON' },
    out: { type: 'string', about: 'write to this file instead of stdout' },
    chart: { type: 'string', about: 'also draw the chart into this SVG file' },
  },
  run: async (values) => {
    if (values['json'] && values['csv']) throw new Failure('--json --csv: only one of the two expected');
    const measured = await measure(values);
    if (typeof values['chart'] === 'string') write('chart', values['chart'], benchChart(measured));
    const field = values['no-samples'] ? withoutSamples(measured) : measured;
    const text = values['json']
      ? writeMeasurements([field])
      : values['csv']
        ? measurementCsv([field])
        : `${plainTable(fieldTable(field))}\n`;
    if (typeof values['out'] !== 'string') return text.trimEnd();
    write('out', values['out'], text);
    return '';
  },
};
