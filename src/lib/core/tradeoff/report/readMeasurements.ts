// Reading a measurement file from outside: everything is checked, a file is taken whole or not at all, nothing throws.
import { configKey } from '../../options.ts';
import { configOf } from '../networkOptions.ts';
import {
  boolean,
  choice,
  list,
  number,
  object,
  refuse,
  text,
  texts,
  time,
  type Allowed,
  type Check,
  type FileProblem,
  type Place,
} from './check.ts';
import {
  FORMAT,
  VERSION,
  type MeasuredDevice,
  type MeasuredField,
  type MeasuredNetwork,
  type MeasurementFile,
} from './measurementFile.ts';

export interface ReadMeasurements {
  /** Empty where there are problems. */
  readonly fields: readonly MeasuredField[];
  readonly problems: readonly FileProblem[];
}

/** A file that is wrong throughout is wrong in the same way: the first problems say it. */
const MOST_PROBLEMS = 20;

const device = object<MeasuredDevice>(
  {
    id: text(100),
    label: text(200),
    engine: text(100),
    runtime: text(200),
    threads: number({ min: 1, max: 1024, integer: true }),
    renderer: text(500),
    software: boolean,
  },
  { renderer: true, software: true },
);

const network = object<MeasuredNetwork>(
  {
    key: text(),
    name: text(),
    options: texts,
    runs: number({ min: 1, integer: true }),
    medianMs: number(),
    p90Ms: number(),
    lowMs: number(),
    highMs: number(),
    samplesMs: list(number()),
  },
  { samplesMs: true },
);

/** What the numbers of a network must have to do with each other, and the options with the key. */
const consistent: Check<MeasuredNetwork> = (value, place) => {
  const found = network(value, place);
  if (!found) return null;
  const { key, options, runs, medianMs, p90Ms, lowMs, highMs, samplesMs } = found;
  const wrong = (name: string, value: unknown, expected: Allowed) =>
    refuse(value, expected, { ...place, path: `${place.path}.${name}` });
  if (!(lowMs <= medianMs && medianMs <= highMs))
    return wrong('medianMs', medianMs, { kind: 'ascending', fields: ['lowMs', 'medianMs', 'highMs'] });
  if (p90Ms < medianMs) return wrong('p90Ms', p90Ms, { kind: 'ascending', fields: ['medianMs', 'p90Ms'] });
  if (samplesMs && samplesMs.length !== runs)
    return wrong('runs', runs, { kind: 'countOf', field: 'samplesMs', count: samplesMs.length });
  const { config, problems, unknown } = configOf(options);
  const [problem] = problems;
  if (problem) return wrong('options', problem.found, { kind: 'setting', problem });
  const [stranger] = unknown;
  if (stranger !== undefined) return wrong(`options.${stranger}`, options[stranger], { kind: 'option' });
  const own = configKey(config);
  if (own !== key) return wrong('key', key, { kind: 'key', key: own });
  return found;
};

const field = object<MeasuredField>({
  startedAt: time,
  device,
  precision: number({ max: 1 }),
  seed: number({ min: -(2 ** 53), max: 2 ** 53, integer: true }),
  rounds: number({ integer: true }),
  stoppedBy: choice(['precision', 'time', 'user']),
  networks: distinct(list(consistent)),
});

function distinct(check: Check<readonly MeasuredNetwork[]>): Check<readonly MeasuredNetwork[]> {
  return (value, place) => {
    const found = check(value, place);
    const twice = found?.findIndex(({ key }, i) => found.findIndex((other) => other.key === key) < i) ?? -1;
    if (twice < 0) return found;
    const at = { ...place, path: `${place.path}[${twice}].key` };
    return refuse(found?.[twice]?.key, { kind: 'distinct' }, at);
  };
}

const file = object<MeasurementFile>({
  format: choice([FORMAT]),
  version: choice([VERSION]),
  fields: list(field),
});

/** One field that may be anything; undefined where it is none. */
export function readField(value: unknown): MeasuredField | undefined {
  const silent: Place = { path: '', report: () => undefined };
  return field(value, silent) ?? undefined;
}

/** @param source the text of a file; `name` stands for it in problems that concern the whole of it */
export function readMeasurements(source: string, name = 'the file'): ReadMeasurements {
  const problems: FileProblem[] = [];
  const place: Place = { path: '', report: (problem) => problems.push(problem) };
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return { fields: [], problems: [{ path: '', found: name, expected: { kind: 'json' } }] };
  }
  const fields = file(parsed, place)?.fields ?? [];
  return problems.length > 0
    ? { fields: [], problems: problems.slice(0, MOST_PROBLEMS) }
    : { fields, problems };
}
