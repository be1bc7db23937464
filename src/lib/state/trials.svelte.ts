// Networks tried on test images: their predictions, kept per network and weights (`trialKey`), gone on with where they ended.
import { WEIGHTS } from '$lib/core/trained/files.ts';
import { top1Of, type Top1 } from '$lib/core/trained/predictions.ts';
import { ofTrial } from '$lib/core/trained/trialKey.ts';
import type { EngineClient } from '$lib/engines/client.ts';
import type { DeviceId } from '$lib/engines/devices.ts';
import type { Args, LoadedNetwork, LoadStep, TestImages } from '$lib/engines/protocol.ts';
import type { DataProgress } from '$lib/engines/trained/taskData.ts';

/** Needed long after the page answers. */
const store = () => import('./trialStore.ts');

/** The first answer comes from so many images; the last one from all. */
export const FIRST_IMAGES = 1000;

export class Trials {
  readonly #client: Pick<EngineClient, 'ask'>;
  #predictions = $state.raw<ReadonlyMap<string, Uint8Array>>(new Map());
  /** Where the predictions of each network were computed: the worker's device at that time. */
  readonly #devices = new Map<string, readonly DeviceId[]>();
  #device: DeviceId | undefined;
  /** Once they have been fetched. */
  images = $state.raw<TestImages | undefined>();
  /** Of weights and images, while they come. */
  download = $state.raw<DataProgress | undefined>();
  /** The browser refused to store the last result; it lasts until the page closes. */
  unsaved = $state(false);
  #restored: Promise<void> | undefined;
  /** Predictions are replaced, never changed: each is counted once. */
  readonly #counted = new WeakMap<Uint8Array, Top1>();

  constructor(client: Pick<EngineClient, 'ask'>) {
    this.#client = client;
  }

  get keys(): readonly string[] {
    return [...this.#predictions.keys()];
  }

  of(key: string): Uint8Array | undefined {
    return this.#predictions.get(key);
  }

  /** On which devices a network was tried. */
  devicesOf(key: string): readonly DeviceId[] {
    return this.#devices.get(key) ?? [];
  }

  /** On all images that it has seen, or on the first of them. */
  top1(key: string, images = Infinity): Top1 | undefined {
    const predictions = this.of(key);
    if (!predictions || !this.images) return undefined;
    if (images < predictions.length) return top1Of(predictions.subarray(0, images), this.images.labels);
    const known = this.#counted.get(predictions) ?? top1Of(predictions, this.images.labels);
    this.#counted.set(predictions, known);
    return known;
  }

  /** Whether a network has seen so many images, or all there are. */
  isTried(key: string, images: number): boolean {
    const all = this.images?.labels.length ?? Infinity;
    return (this.of(key)?.length ?? 0) >= Math.min(images, all);
  }

  /** Loads a network in place of the former one; trained weights may have to come first. */
  async load(asked: Args<'load'>, signal: AbortSignal): Promise<LoadedNetwork> {
    const onProgress = (step: LoadStep) => {
      this.download = typeof step === 'object' ? step : undefined;
    };
    this.#device = asked.device;
    try {
      return await this.#client.ask('load', asked, { signal, onProgress });
    } finally {
      this.download = undefined;
    }
  }

  /** Reads what earlier visits left, and fetches the images; both once. */
  async prepare(signal: AbortSignal): Promise<void> {
    this.#restored ??= this.#restore();
    await this.#restored;
    if (this.images) return;
    this.images = await this.#client.ask('testImages', {}, { signal });
    // once, and long after the page answers: not worth a place in what loads first
    void import('./offline.svelte.ts').then(({ offline }) => offline.keep());
  }

  /** Tries the loaded network, whose key this is, on images up to before that one; those it has seen are not shown again. */
  async run(key: string, to: number, signal: AbortSignal): Promise<void> {
    await this.prepare(signal);
    const all = Math.min(to, this.images?.labels.length ?? 0);
    const from = this.of(key)?.length ?? 0;
    if (from >= all) return;
    try {
      await this.#client.ask(
        'evaluate',
        { from, to: all },
        { signal, onProgress: (part) => this.#add(key, part.from, part.predictions) },
      );
    } finally {
      const predictions = this.of(key);
      // weights of a file go with the tab, and so do their predictions
      if (predictions && ofTrial(key).file === undefined)
        this.unsaved = !(await (
          await store()
        ).writeTrial({
          key,
          weights: WEIGHTS.sha256,
          predictions,
          devices: this.devicesOf(key),
        }));
    }
  }

  #add(key: string, from: number, some: Uint8Array): void {
    const before = this.of(key) ?? new Uint8Array();
    if (before.length !== from) return;
    const predictions = new Uint8Array(from + some.length);
    predictions.set(before);
    predictions.set(some, from);
    this.#devices.set(key, [...new Set([...this.devicesOf(key), ...(this.#device ? [this.#device] : [])])]);
    this.#predictions = new Map(this.#predictions).set(key, predictions);
  }

  async #restore(): Promise<void> {
    const stored = await (await store()).readTrials(WEIGHTS.sha256);
    for (const { key, devices } of stored) this.#devices.set(key, devices);
    this.#predictions = new Map(stored.map(({ key, predictions }) => [key, predictions]));
  }
}
