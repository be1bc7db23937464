// The workbench: everything a tab holds, above any page and language. Created once, handed down by the layout.
import { untrack } from 'svelte';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { takesTestImages, untrainedSettings } from '$lib/core/trained/covers.ts';
import { IMAGE_PIXELS } from '$lib/core/trained/grey.ts';
import { trialKey } from '$lib/core/trained/trialKey.ts';
import type { WeightSource } from '$lib/engines/protocol.ts';
import { Explorer } from './explorer.svelte.ts';
import { ImportedWeights } from './imported.svelte.ts';
import { Measurements } from './measurements.svelte.ts';
import { PictureState } from './picture.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import { Runner } from './runner.svelte.ts';
import { Selection } from './selection.svelte.ts';

const FIRST_SAMPLE = 'landscape.png';
const SEED = 1;

export class Workbench {
  readonly explorer = new Explorer();
  readonly selection = new Selection((item) => this.explorer.blockOf(item));
  readonly preferences = new Preferences();
  readonly imported = new ImportedWeights();
  readonly picture = new PictureState((config) => this.imported.recipeFor(config));
  readonly measurements = new Measurements();
  readonly runner = new Runner(this.measurements);

  /** Under which name predictions of the present network with its weights are kept; undefined where it cannot be tried. */
  readonly trial = $derived.by(() => {
    const { config, key } = this.explorer;
    if (!takesTestImages(config)) return undefined;
    const weights = this.imported.idFor(config);
    return weights || untrainedSettings(config).length === 0 ? trialKey(key, weights) : undefined;
  });

  /** Begins to follow address bar and storage; the returned function ends it. */
  open(): () => void {
    this.preferences.restore();
    this.measurements.restore();
    if (!this.picture.source) void this.picture.openSample(FIRST_SAMPLE, true);
    return this.explorer.follow();
  }

  /** Hands the present network and picture to the runner; the returned function stops a run that no longer matters. */
  run(): () => void {
    const { key, config } = this.explorer;
    const image = this.picture.later(config);
    if (!image) return () => undefined;
    const { trial } = this;
    return this.runner.follow({ key, trial, config, weights: this.weightsOf(config), image });
  }

  /** The imported weights where they fit, else those trained for the task, else untrained ones. */
  weightsOf(config: NetConfig): WeightSource {
    const tensors = this.imported.weightsFor(config);
    if (tensors) return { tensors };
    return untrainedSettings(config).length === 0 ? { trained: true } : { seed: SEED };
  }

  /** A picture that nobody chose goes with the task: a sample, or the first test image once there are some. */
  showOwnPicture(): void {
    const isTested = this.explorer.unscaled.task === 'fashion-mnist';
    const { isOwn, testImage } = this.picture;
    const { images } = this.runner.trials;
    if (!isOwn || isTested === (testImage !== undefined)) return;
    untrack(() => {
      if (!isTested) void this.picture.openSample(FIRST_SAMPLE, true);
      else if (images) void this.showTestImage(0, true);
    });
  }

  /** @param isOwn whether nobody asked for it */
  async showTestImage(number: number, isOwn = false): Promise<void> {
    const { images } = this.runner.trials;
    if (!images) return;
    const pixels = images.pixels.subarray(number * IMAGE_PIXELS, (number + 1) * IMAGE_PIXELS);
    await this.picture.showGrey(pixels, `Fashion-MNIST ${number}`, number, isOwn);
  }
}
