// The trade-off lab: which networks are chosen, what was measured of them on which device, and what files brought along.
import { SvelteSet } from 'svelte/reactivity';
import { FAMILIES } from '$lib/core/families/index.ts';
import { fieldNetwork, type FieldNetwork } from '$lib/core/tradeoff/fieldNetworks.ts';
import {
  asFieldNetwork,
  KNOWN_NETWORKS,
  LESSON_NETWORKS,
  PAPER_COMPARISON,
} from '$lib/core/tradeoff/networks.ts';
import {
  measuredDevice,
  type MeasuredDevice,
  type MeasuredField,
  type MeasuredNetwork,
} from '$lib/core/tradeoff/report/measurementFile.ts';
import type { TimingSummary } from '$lib/core/tradeoff/timing.ts';
import { FieldMeasurement } from './field.svelte.ts';
import { FieldResults } from './fieldResults.svelte.ts';
import { savedNetworks } from './savedNetworks.svelte.ts';
import type { Workbench } from './workbench.svelte.ts';

/** Results of one device, whether measured here or read from a file. */
export interface DeviceResults {
  readonly id: string;
  readonly device: MeasuredDevice;
  readonly imported: boolean;
  readonly networks: ReadonlyMap<string, MeasuredNetwork>;
}

/** A latency with its interval, in ms. */
export interface Timed {
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  readonly runs: number;
}

const deviceId = ({ id, engine, runtime, threads }: MeasuredDevice): string =>
  [id, engine, runtime, threads].join('|');

const hereId = (device: MeasuredDevice): string => `here|${deviceId(device)}`;

/** Newest first; of equal networks the newest result. */
function grouped(fields: readonly MeasuredField[], imported: boolean): readonly DeviceResults[] {
  const newest = [...fields].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  const ids = [...new Set(newest.map(({ device }) => deviceId(device)))];
  return ids.flatMap((id): readonly DeviceResults[] => {
    const own = newest.filter(({ device }) => deviceId(device) === id);
    const [first] = own;
    if (!first) return [];
    const networks = new Map<string, MeasuredNetwork>();
    for (const network of own.flatMap((field) => field.networks))
      if (!networks.has(network.key)) networks.set(network.key, network);
    return [{ id: imported ? `file|${id}` : hereId(first.device), device: first.device, imported, networks }];
  });
}

const ofSummary = ({ medianMs, interval, runs }: TimingSummary): Timed => ({
  medianMs,
  lowMs: interval.low,
  highMs: interval.high,
  runs,
});

/** Often enough to be seen coming in, seldom enough that chart and table leave the page free. */
const SHOW_EVERY_MS = 500;

export class Lab {
  readonly #bench: Workbench;
  readonly results = new FieldResults();
  readonly field: FieldMeasurement;
  /** Keys of the chosen networks. */
  readonly chosen = new SvelteSet<string>(PAPER_COMPARISON.map(({ key }) => key));
  /** Time limit of a measurement. */
  seconds = $state(60);
  #imported = $state.raw<readonly MeasuredField[]>([]);
  #shown = $state<string | undefined>();
  beside = $state<string | undefined>();
  /** Results as they were when the last measurement began. */
  #resultsBefore = $state.raw<readonly MeasuredField[]>([]);

  constructor(bench: Workbench) {
    this.#bench = bench;
    this.field = new FieldMeasurement({
      client: bench.runner.client,
      results: this.results,
      showEveryMs: SHOW_EVERY_MS,
      borrow: (pause) => bench.runner.lend(pause),
    });
  }

  /** The network of the Explore page, which may be anybody's own. */
  readonly current = $derived.by((): FieldNetwork => {
    const { config } = this.#bench.explorer;
    return fieldNetwork(config, FAMILIES[config.family].label);
  });

  /** Everything that can be chosen, each network once: published widths, the paper's lesson, the visitor's own. */
  readonly networks = $derived.by((): readonly FieldNetwork[] => {
    const all = [
      ...[...KNOWN_NETWORKS, ...LESSON_NETWORKS].map(asFieldNetwork),
      ...savedNetworks.list.map(({ key, name, config }) => ({ key, name, config })),
      this.current,
    ];
    const keys = all.map(({ key }) => key);
    return all.filter(({ key }, i) => keys.indexOf(key) === i);
  });

  /** Where the newest measurement of this visit runs or ran, once its device is open. */
  readonly #measured = $derived.by(() => this.field.facts && measuredDevice(this.field.facts));
  readonly #isUnderWay = $derived.by(() => ['running', 'paused'].includes(this.field.phase));
  /** Devices with results, and the one being measured: those of this browser first. */
  readonly devices = $derived.by((): readonly DeviceResults[] => {
    const [here, device] = [
      grouped(this.results.fields, false),
      this.#isUnderWay ? this.#measured : undefined,
    ];
    const isNew = device && here.every(({ id }) => id !== hereId(device));
    const first = isNew
      ? [{ id: hereId(device), device, imported: false, networks: new Map<never, never>() }]
      : [];
    return [...first, ...here, ...grouped(this.#imported, true)];
  });
  readonly shown = $derived.by(() => {
    const underWay = this.#isUnderWay && this.#measured ? hereId(this.#measured) : undefined;
    return this.devices.find(({ id }) => id === (this.#shown ?? underWay)) ?? this.devices[0];
  });
  readonly other = $derived(this.devices.find(({ id }) => id === this.beside && id !== this.shown?.id));

  /** Whether the device shown is that of the newest measurement. */
  readonly showsMeasured = $derived(
    this.#measured !== undefined && this.shown?.id === hereId(this.#measured),
  );

  /** What is known of every network on the device shown; a measurement that is under way there shows as it comes in. */
  readonly timed = $derived.by((): ReadonlyMap<string, Timed> => {
    const known = new Map<string, Timed>(this.shown?.networks);
    if (!this.#isUnderWay || !this.showsMeasured) return known;
    for (const [key, summary] of Object.entries(this.field.summaries)) known.set(key, ofSummary(summary));
    return known;
  });

  /** What was known of the networks on the device of the newest measurement when that began. */
  readonly before = $derived.by((): ReadonlyMap<string, Timed> => {
    const id = this.#measured && hereId(this.#measured);
    return grouped(this.#resultsBefore, false).find((results) => results.id === id)?.networks ?? new Map();
  });

  show(id: string): void {
    this.#shown = id;
  }

  choose(keys: readonly string[]): void {
    this.chosen.clear();
    for (const key of keys) this.chosen.add(key);
  }

  toggle(key: string): void {
    if (!this.chosen.delete(key)) this.chosen.add(key);
  }

  /** Measures the chosen networks on the device chosen in this tab. */
  measure(): void {
    const { devices } = this.#bench.runner;
    this.#resultsBefore = this.results.fields;
    this.field.chosen = this.networks.filter(({ key }) => this.chosen.has(key));
    this.#shown = undefined;
    void this.field.start({ device: devices.pick(), maxMs: this.seconds * 1000 });
  }

  import(fields: readonly MeasuredField[]): void {
    this.#imported = [...fields, ...this.#imported];
    const [first] = grouped(fields, true);
    if (this.results.fields.length > 0) this.beside = first?.id;
    else this.#shown = first?.id;
  }

  /** Results of earlier visits, and which devices work here; the returned function stops looking. */
  open(): () => void {
    const control = new AbortController();
    const { devices } = this.#bench.runner;
    this.#bench.preferences.restore();
    devices.pick();
    void this.results.restore();
    // a device that does not work says so when it is asked to measure
    void devices.probe(control.signal).catch(() => undefined);
    const stop = savedNetworks.follow();
    return () => {
      control.abort();
      stop();
    };
  }
}

const labs = new WeakMap<Workbench, Lab>();

/** One lab per tab: it goes on measuring while other pages are looked at. */
export function labOf(bench: Workbench): Lab {
  const lab = labs.get(bench) ?? new Lab(bench);
  labs.set(bench, lab);
  return lab;
}
