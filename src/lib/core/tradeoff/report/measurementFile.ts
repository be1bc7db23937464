// The measurement file: what a measured field looks like as JSON. docs/measurements.md says what each property means.
import type { NetConfig } from '../../config/netConfig.ts';
import { configKey } from '../../options.ts';
import type { StopReason } from '../field.ts';
import { optionsOf, type NetworkOptions } from '../networkOptions.ts';
import type { SamplesById } from '../samples.ts';
import { summarize } from '../timing.ts';

export const FORMAT = 'lcnet-measurements';
/** Raised when a reader of the former version would misunderstand a file. New optional properties do not raise it. */
export const VERSION = 1;

/** What measured. Says nothing of browser or owner beyond what the device itself is called. */
export interface MeasuredDevice {
  readonly id: string;
  /** What people call it; may be renamed by hand. */
  readonly label: string;
  readonly engine: string;
  readonly runtime: string;
  readonly threads: number;
  readonly renderer?: string;
  readonly software?: boolean;
}

export interface MeasuredNetwork {
  readonly key: string;
  readonly name: string;
  /** The options that differ from the family's defaults. */
  readonly options: NetworkOptions;
  readonly runs: number;
  readonly medianMs: number;
  readonly p90Ms: number;
  /** 95 % interval of the median, as far as the number of runs allows. */
  readonly lowMs: number;
  readonly highMs: number;
  /** In the order in which they were taken. */
  readonly samplesMs?: readonly number[];
}

export interface MeasuredField {
  /** ISO time, UTC. */
  readonly startedAt: string;
  readonly device: MeasuredDevice;
  readonly precision: number;
  readonly seed: number;
  readonly rounds: number;
  readonly stoppedBy: StopReason | 'user';
  readonly networks: readonly MeasuredNetwork[];
}

export interface MeasurementFile {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly fields: readonly MeasuredField[];
}

interface DeviceLike extends Omit<MeasuredDevice, 'id' | 'label'> {
  readonly device: string;
}

/** A device from an engine's facts, labelled by what it is: `wasm, 1 thread`, `webgpu, apple m2`. */
export function measuredDevice(facts: DeviceLike): MeasuredDevice {
  const { device: id, engine, runtime, threads, renderer, software } = facts;
  return {
    id,
    label: `${id}, ${renderer ?? (threads === 1 ? '1 thread' : `${threads} threads`)}`,
    engine,
    runtime,
    threads,
    ...(renderer === undefined ? {} : { renderer }),
    ...(software === undefined ? {} : { software }),
  };
}

export interface FieldSource extends Pick<
  MeasuredField,
  'startedAt' | 'precision' | 'seed' | 'rounds' | 'stoppedBy'
> {
  readonly facts: DeviceLike;
  readonly networks: readonly { readonly name: string; readonly config: NetConfig }[];
  /** By `configKey`. */
  readonly samples: SamplesById;
}

/** A field from its samples; networks that have not run yet are left out. */
export function measuredField({ facts, networks, samples, ...rest }: FieldSource): MeasuredField {
  return {
    ...rest,
    device: measuredDevice(facts),
    networks: networks.flatMap(({ name, config }) => {
      const samplesMs = samples[configKey(config)] ?? [];
      return samplesMs.length === 0 ? [] : [measuredNetwork(name, config, samplesMs)];
    }),
  };
}

function measuredNetwork(name: string, config: NetConfig, samplesMs: readonly number[]): MeasuredNetwork {
  const { runs, medianMs, p90Ms, interval } = summarize(samplesMs);
  const { low: lowMs, high: highMs } = interval;
  const options = optionsOf(config);
  return { key: configKey(config), name, options, runs, medianMs, p90Ms, lowMs, highMs, samplesMs };
}

/** The same field in fewer bytes. */
export const withoutSamples = (field: MeasuredField): MeasuredField => ({
  ...field,
  networks: field.networks.map(({ key, name, options, runs, medianMs, p90Ms, lowMs, highMs }) => ({
    key,
    name,
    options,
    runs,
    medianMs,
    p90Ms,
    lowMs,
    highMs,
  })),
});

/** One line per network and field, so that files compare well. */
export function writeMeasurements(fields: readonly MeasuredField[]): string {
  const written = fields.map(({ networks, ...rest }) => {
    const head = JSON.stringify(rest, null, 2).slice(2, -2).replace(/^/gm, '  ');
    const lines = networks.map((network) => `        ${JSON.stringify(network)}`);
    return `    {\n${head},\n      "networks": [\n${lines.join(',\n')}\n      ]\n    }`;
  });
  return `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "fields": [\n${written.join(',\n')}\n  ]\n}\n`;
}
