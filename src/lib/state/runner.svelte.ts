// The runner: keeps the network of the page running on a device of the visitor's, and holds what came out of it.
import { untrack } from 'svelte';
import type { TimingSummary } from '$lib/core/tradeoff/timing.ts';
import { EngineClient } from '$lib/engines/client.ts';
import type { DeviceId } from '$lib/engines/devices.ts';
import { asEngineError, cancelled, isEngineError, type EngineError } from '$lib/engines/errors.ts';
import type { ActivationMap, FeatureMaps } from '$lib/engines/protocol.ts';
import { Devices, isDeviceFailure } from './devices.svelte.ts';
import type { Job, Phase } from './job.ts';
import { Loan } from './loan.ts';
import type { Results } from './results.ts';
import { siteUrl } from './siteUrl.ts';
import { FIRST_IMAGES, Trials } from './trials.svelte.ts';
import type { MeasurementRecord, Measurements } from './measurements.svelte.ts';

/** A knob that is being turned asks for many networks; only one that stays this long is run. */
const SETTLE_MS = 180;

export class Runner {
  readonly client = new EngineClient({ site: siteUrl });
  readonly devices = new Devices(this.client);
  readonly trials = new Trials(this.client);
  readonly measurements: Measurements;
  phase = $state<Phase>('idle');
  progress = $state.raw<TimingSummary | undefined>();
  error = $state.raw<EngineError | undefined>();
  #results = $state.raw<Results>({});
  #job: Job | undefined;
  #control = new AbortController();
  readonly #loan = new Loan();
  #follower: symbol | undefined;
  #wasStopped = false;

  constructor(measurements: Measurements) {
    this.measurements = measurements;
  }

  /** Results of the present network only: emptied as soon as anything changes. */
  get now(): Results {
    return this.#results;
  }

  recordOf(key: string): MeasurementRecord | undefined {
    return this.measurements.find(key, this.devices.chosen);
  }

  /** Takes over a network and starts once it has stayed for a moment. A stopped runner stays stopped. */
  follow(job: Job): () => void {
    // latency is the network's, whatever the picture
    const { measurement, profile } = untrack(() => this.#results);
    const kept = this.#job?.key === job.key && measurement && profile ? { measurement, profile } : {};
    // whoever follows must not start anew when a device fails
    if (this.#job?.key !== job.key) untrack(() => this.devices.forgive());
    this.#job = job;
    this.#results = kept;
    const follower = Symbol(job.key);
    this.#follower = follower;
    this.error = undefined;
    if (['stopped', 'lent'].includes(untrack(() => this.phase))) this.#abort();
    else this.#start({ afterMs: SETTLE_MS, kept });
    return () => {
      // the page that comes follows before the one that goes lets go
      if (this.#follower !== follower) return;
      this.#follower = undefined;
      this.#abort();
    };
  }

  choose(device: DeviceId): void {
    this.devices.choose(device);
    this.start();
  }

  /** Runs and measures the present network anew. */
  start(): void {
    this.#start({ afterMs: 0, kept: {} });
  }

  #start({ afterMs, kept }: { readonly afterMs: number; readonly kept: Results }): void {
    this.#abort();
    this.#loan.end();
    this.#results = kept;
    this.error = undefined;
    this.progress = undefined;
    this.phase = 'loading';
    const { signal } = this.#control;
    setTimeout(() => {
      if (!signal.aborted) void this.#run(signal);
    }, afterMs);
  }

  stop(): void {
    this.#abort();
    this.phase = 'stopped';
  }

  /** Leaves the worker to somebody else until the returned signal is aborted; the next network starts as ever. */
  suspend(): AbortSignal {
    this.#abort();
    this.#loan.end();
    // whoever asks for maps now would get those of another network
    const { measurement, profile } = this.#results;
    this.#results = measurement && profile ? { measurement, profile } : {};
    this.phase = 'idle';
    return this.#control.signal;
  }

  /**
   * Leaves the worker to somebody else, whatever knobs are turned, until the returned function is called: then the network that is followed goes on,
   * unless it had been stopped.
   * `onTakenBack` is called if the visitor wants that before.
   */
  lend(onTakenBack: () => void): () => void {
    const before = untrack(() => this.phase);
    if (before !== 'lent') this.#wasStopped = before === 'stopped';
    this.suspend();
    this.phase = 'lent';
    return this.#loan.begin(onTakenBack, () => {
      this.phase = this.#wasStopped ? 'stopped' : 'idle';
      if (this.#follower && !this.#wasStopped) this.start();
    });
  }

  /** Ends the worker; used when the page goes away. */
  close(): void {
    this.#abort();
    this.client.stop();
  }

  /** Compares the chosen device with the reference engine on the present input. */
  async check(): Promise<void> {
    const { signal } = this.#control;
    await this.#guard(signal, async () => {
      this.#keep(signal, { check: await this.client.ask('check', {}, { signal }) });
    });
  }

  /** Undefined when the network, the picture or the wish changed meanwhile. */
  featureMaps(node: string, signal: AbortSignal): Promise<FeatureMaps | undefined> {
    return this.client.ask('featureMaps', { node }, { signal }).catch(() => undefined);
  }

  /** Where the score of a class comes from; undefined as above. */
  activationMap(classIndex: number, signal: AbortSignal): Promise<ActivationMap | undefined> {
    return this.client.ask('activationMap', { classIndex }, { signal }).catch(() => undefined);
  }

  #abort(): void {
    // without a reason the browser makes one, with its stack
    this.#control.abort(cancelled());
    this.#control = new AbortController();
  }

  #keep(signal: AbortSignal, results: Results): void {
    if (!signal.aborted) this.#results = { ...this.#results, ...results };
  }

  async #run(signal: AbortSignal): Promise<void> {
    await this.#guard(signal, async () => {
      const job = this.#job;
      if (job) await this.#somewhere(job, signal);
    });
  }

  /** On the device at hand; where that one fails, on the next. */
  async #somewhere(job: Job, signal: AbortSignal): Promise<void> {
    try {
      await this.#all(job, signal);
    } catch (error) {
      if (signal.aborted || !isDeviceFailure(error)) throw error;
      await this.devices.fallBack(error, signal);
      signal.throwIfAborted();
      // they are the other device's
      this.#results = {};
      this.progress = undefined;
      this.phase = 'loading';
      await this.#somewhere(job, signal);
    }
  }

  /** Shows, tries and measures the network. */
  async #all(job: Job, signal: AbortSignal): Promise<void> {
    const first = this.devices.pick();
    await this.#look(job, first, signal);
    await this.#try(job, FIRST_IMAGES, signal);
    this.phase = 'devices';
    await this.devices.decide(signal);
    const fastest = this.devices.pick();
    if (fastest !== first) await this.#look(job, fastest, signal);
    if (!this.#results.profile) await this.#measure(job, signal);
    await this.#try(job, Infinity, signal);
    this.phase = 'done';
    await this.devices.probe(signal);
  }

  async #try({ trial }: Job, images: number, signal: AbortSignal): Promise<void> {
    if (trial === undefined) return;
    this.phase = images === FIRST_IMAGES ? 'trying' : 'refining';
    await this.trials.run(trial, images, signal);
  }

  async #measure(job: Job, signal: AbortSignal): Promise<void> {
    this.phase = 'measuring';
    const measurement = await this.client.ask(
      'measure',
      {},
      { signal, onProgress: (p) => (this.progress = p) },
    );
    this.#keep(signal, { measurement });
    this.measurements.add(job.key, measurement);
    this.phase = 'profiling';
    this.#keep(signal, { profile: await this.client.ask('profile', {}, { signal }) });
  }

  /** Compiles the network and shows it the picture. */
  async #look(job: Job, device: DeviceId, signal: AbortSignal): Promise<void> {
    const { config, image, trial, weights } = job;
    const asked = { config, device, weights };
    const loaded =
      trial === undefined
        ? await this.client.ask('load', asked, { signal })
        : await this.trials.load(asked, signal);
    this.#keep(signal, { loaded });
    if (trial !== undefined) await this.trials.prepare(signal);
    const picture = image();
    const prediction = await this.client.ask('predict', picture ? { image: picture } : {}, { signal });
    this.#keep(signal, { prediction });
    this.#keep(signal, {
      filmstrip: await this.client.ask('filmstrip', { maps: 3, maxSide: 56 }, { signal }),
    });
    this.#keep(signal, { gates: await this.client.ask('gates', {}, { signal }) });
  }

  /** Stopping on purpose is no failure; everything else is shown. */
  async #guard(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (signal.aborted || isEngineError(error, 'cancelled') || isEngineError(error, 'superseded')) return;
      this.error = asEngineError(error);
      this.phase = 'failed';
    }
  }
}
