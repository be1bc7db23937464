// A field being measured: which networks, how far it is, what came out; pause, resume, cancel.
import { FIELD_RULES } from '$lib/core/tradeoff/field.ts';
import type { FieldNetwork } from '$lib/core/tradeoff/fieldNetworks.ts';
import { measuredField, type MeasuredField } from '$lib/core/tradeoff/report/measurementFile.ts';
import { roundsOf, withRuns, type SamplesById } from '$lib/core/tradeoff/samples.ts';
import type { TimingSummary } from '$lib/core/tradeoff/timing.ts';
import type { EngineClient } from '$lib/engines/client.ts';
import type { DeviceFacts, DeviceId } from '$lib/engines/devices.ts';
import { asEngineError, type EngineError } from '$lib/engines/errors.ts';
import type { FieldProgress } from '$lib/engines/field/terms.ts';
import { FieldResults } from './fieldResults.svelte.ts';

/** What a measurement was started with; it stays the same through pauses. */
interface Plan {
  readonly device: DeviceId;
  readonly networks: readonly FieldNetwork[];
  readonly precision: number;
  readonly maxMs: number;
  readonly seed: number;
  readonly startedAt: string;
}

export interface FieldStart {
  readonly device: DeviceId;
  /** Defaults: FIELD_RULES, and a seed of 1. */
  readonly precision?: number;
  readonly maxMs?: number;
  readonly seed?: number;
}

interface Surroundings {
  readonly client: Pick<EngineClient, 'ask'>;
  readonly results?: FieldResults;
  /** Summaries are shown no more often than this, in ms: whoever draws them has other things to do too. Always where not said. */
  readonly showEveryMs?: number;
  /** Called before measuring begins or goes on: whatever else runs networks stops. It gets what pauses the measurement; what it returns is called when measuring ends. */
  readonly borrow?: (pause: () => void) => () => void;
}

export type FieldPhase = 'idle' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';

export class FieldMeasurement {
  readonly #client: Pick<EngineClient, 'ask'>;
  readonly #borrow: (pause: () => void) => () => void;
  readonly #showEveryMs: number;
  /** What came out, of this and earlier visits. */
  readonly results: FieldResults;

  /** Networks of the next start; a field that is being measured or paused keeps its own. */
  chosen = $state.raw<readonly FieldNetwork[]>([]);
  #phase = $state<FieldPhase>('idle');
  #progress = $state.raw<FieldProgress | undefined>();
  #summaries = $state.raw<Readonly<Record<string, TimingSummary>>>({});
  #error = $state.raw<EngineError | undefined>();

  #plan: Plan | undefined;
  #facts = $state.raw<DeviceFacts | undefined>();
  #samples: SamplesById = {};
  #elapsedMs = 0;
  /** Summaries that have been heard of and not shown yet. */
  #news: Readonly<Record<string, TimingSummary>> = {};
  #shownAt = -Infinity;
  #control = new AbortController();
  #giveBack = (): void => undefined;

  constructor({
    client,
    results = new FieldResults(),
    showEveryMs = 0,
    borrow = () => () => undefined,
  }: Surroundings) {
    this.#client = client;
    this.#showEveryMs = showEveryMs;
    this.results = results;
    this.#borrow = borrow;
  }

  get phase(): FieldPhase {
    return this.#phase;
  }
  /** The last that was heard; also after a pause. */
  get progress(): FieldProgress | undefined {
    return this.#progress;
  }
  /** Of the networks of the present field, by key, as far as they have run. */
  get summaries(): Readonly<Record<string, TimingSummary>> {
    return this.#summaries;
  }
  get error(): EngineError | undefined {
    return this.#error;
  }
  /** The device of the present field, once it is open. */
  get facts(): DeviceFacts | undefined {
    return this.#facts;
  }
  /** Measures the chosen networks anew. Settles when it ends, is paused or cancelled, or fails; never rejects. */
  start({ device, ...rules }: FieldStart): Promise<void> {
    this.cancel();
    const { precision = FIELD_RULES.precision, maxMs = FIELD_RULES.maxMs, seed = 1 } = rules;
    const startedAt = new Date().toISOString();
    this.#plan = { device, networks: this.chosen, precision, maxMs, seed, startedAt };
    [this.#samples, this.#summaries, this.#news, this.#elapsedMs] = [{}, {}, {}, 0];
    [this.#facts, this.#progress] = [undefined, undefined];
    return this.#run(this.#plan);
  }

  pause(): void {
    if (this.#phase === 'running') this.#stop('paused');
  }

  /** Goes on after a pause, and after a failure such as a worker that died. */
  async resume(): Promise<void> {
    if (this.#plan && (this.#phase === 'paused' || this.#phase === 'failed')) await this.#run(this.#plan);
  }

  /** Ends it for good; what has been measured is kept. */
  cancel(): void {
    if (this.#phase === 'running' || this.#phase === 'paused') this.#stop('cancelled');
  }

  #stop(phase: 'paused' | 'cancelled'): void {
    this.#control.abort();
    this.#phase = phase;
    this.#giveBack();
    void this.#keep('user');
  }

  async #run({ networks, device, precision, maxMs, seed }: Plan): Promise<void> {
    const { signal } = (this.#control = new AbortController());
    this.#giveBack = this.#borrow(() => this.pause());
    this.#error = undefined;
    this.#phase = 'running';
    const members = networks.map(({ key, config }) => ({ id: key, config }));
    const before = { samplesMs: this.#samples, elapsedMs: this.#elapsedMs };
    const args = { device, networks: members, precision, maxMs, seed, before };
    try {
      const onProgress = (progress: FieldProgress) => this.#hear(progress);
      const answer = await this.#client.ask('field', args, { signal, onProgress });
      if (signal.aborted) return;
      this.#samples = Object.fromEntries(answer.networks.map(({ id, samplesMs }) => [id, [...samplesMs]]));
      this.#summaries = Object.fromEntries(answer.networks.map(({ id, summary }) => [id, summary]));
      [this.#facts, this.#elapsedMs] = [answer.facts, answer.elapsedMs];
      this.#phase = 'done';
      this.#giveBack();
      await this.#keep(answer.stoppedBy);
    } catch (error) {
      if (signal.aborted) return;
      this.#error = asEngineError(error);
      this.#phase = 'failed';
      this.#giveBack();
      await this.#keep('user');
    }
  }

  #hear(progress: FieldProgress): void {
    this.#progress = progress;
    this.#facts ??= progress.facts;
    this.#elapsedMs = progress.elapsedMs;
    this.#samples = withRuns(this.#samples, progress.runs);
    this.#news = { ...this.#news, ...progress.summaries };
    if (performance.now() - this.#shownAt >= this.#showEveryMs) this.#show();
  }

  #show(): void {
    this.#summaries = { ...this.#summaries, ...this.#news };
    [this.#news, this.#shownAt] = [{}, performance.now()];
  }

  async #keep(stoppedBy: MeasuredField['stoppedBy']): Promise<void> {
    this.#show();
    if (!this.#plan || !this.#facts) return;
    const { networks, precision, seed, startedAt } = this.#plan;
    const rounds = roundsOf(
      this.#samples,
      networks.map(({ key }) => key),
    );
    const [facts, samples] = [this.#facts, this.#samples];
    await this.results.add(
      measuredField({ facts, networks, samples, precision, seed, startedAt, rounds, stoppedBy }),
    );
  }
}
