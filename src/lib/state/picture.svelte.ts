// The visitor's picture: where it comes from, its pixels, and what the network gets of it. It never leaves the tab.
import { asset } from '$app/paths';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import type { preprocess, Prepared } from '$lib/core/image/preprocess.ts';
import { TASK_RECIPES, type Recipe } from '$lib/core/image/recipe.ts';
import type { PictureSource } from './pictureSource.ts';

export interface PictureError {
  readonly code:
    'notPicture' | 'tooLarge' | 'sampleMissing' | 'cameraMissing' | 'cameraRefused' | 'cameraFailed';
  /** Name of the file. */
  readonly name: string;
  /** Largest side that is taken, in pixels. */
  readonly limit: number;
}

const MAX_FILE_BYTES = 100e6;
/** A picture that somebody wants to see. */
interface Wish {
  readonly name: string;
  readonly bitmap: () => Promise<ImageBitmap>;
  /** What to say where nothing comes of it. */
  readonly failure: PictureError['code'];
  /** Of grey pictures that are light on black: which test image it is, where it is one. */
  readonly grey?: { readonly testImage: number | undefined };
  readonly isOwn?: boolean | undefined;
}

export class PictureState {
  readonly #recipeOf: (config: NetConfig) => Recipe | undefined;
  source = $state.raw<PictureSource | undefined>();
  name = $state('');
  error = $state.raw<PictureError | undefined>();
  /** Light and dark exchanged, for the task whose pictures are light on black. Guessed for each new picture. */
  inverted = $state(false);
  /** Number of the test image that is shown, where it is one. */
  testImage = $state<number | undefined>();
  /** Put there by the page itself: nobody chose it. */
  isOwn = $state(false);
  /** How the visitor wants pictures prepared for ImageNet's networks; else as the weights' source does it. */
  recipe = $state.raw<Recipe | undefined>();
  /** Comes with the first picture: before that there is nothing to prepare. */
  #preprocess: typeof preprocess | undefined;
  #wishes = 0;
  /** The last answer of `prepared`: asked for often, and slow to make. */
  #last: { readonly source: PictureSource; readonly key: string; readonly prepared: Prepared } | undefined;

  sampleUrl(file: string): string {
    return asset(`/samples/${file}`);
  }

  /** @param recipeOf of the weights that a network runs with, where they are not of this program */
  constructor(recipeOf: (config: NetConfig) => Recipe | undefined) {
    this.#recipeOf = recipeOf;
  }

  recipeFor(config: NetConfig): Recipe {
    const { task } = config;
    const chosen = task === 'imagenet' ? (this.recipe ?? this.#recipeOf(config)) : undefined;
    return chosen ?? TASK_RECIPES[task];
  }

  /** The input tensor for a network: resized, cropped and normalised as its training did. */
  prepared(config: NetConfig): Prepared | undefined {
    const { resolution, inputChannels: channels, task } = config;
    const { source, inverted } = this;
    if (!source || !this.#preprocess) return undefined;
    const exchanged = task === 'fashion-mnist' && inverted;
    const recipe = this.recipeFor(config);
    const key = JSON.stringify([resolution, channels, recipe, exchanged]);
    if (this.#last?.source !== source || this.#last.key !== key) {
      const prepared = this.#preprocess({ image: source, resolution, channels, recipe, inverted: exchanged });
      this.#last = { source, key, prepared };
    }
    return this.#last.prepared;
  }

  /** The present picture's tensor, made when it is asked for; undefined where there is no picture. */
  later(config: NetConfig): (() => Prepared['tensor'] | undefined) | undefined {
    const { source, inverted, recipe } = this;
    const same = () => this.inverted === inverted && this.recipe === recipe;
    return source && (() => (same() ? this.prepared(config)?.tensor : undefined));
  }

  /** Takes a grey picture, light on black as the task's own are. @param pixels one byte each, row by row, square */
  showGrey(pixels: Uint8Array, name: string, testImage?: number, isOwn?: boolean): Promise<void> {
    const side = Math.sqrt(pixels.length);
    const data = new Uint8ClampedArray(pixels.length * 4);
    pixels.forEach((value, i) => data.set([value, value, value, 255], 4 * i));
    const bitmap = () => createImageBitmap(new ImageData(data, side, side));
    return this.#show({ name, bitmap, failure: 'notPicture', grey: { testImage }, isOwn });
  }

  openSample(file: string, isOwn?: boolean): Promise<void> {
    const bitmap = async () => {
      const response = await fetch(this.sampleUrl(file));
      if (!response.ok) throw new Error(String(response.status));
      return createImageBitmap(await response.blob());
    };
    return this.#show({ name: file, bitmap, failure: 'sampleMissing', isOwn });
  }

  /** Takes a file from a dialog, a drop or the clipboard. What is no picture changes nothing but the message. */
  async open(file: File): Promise<void> {
    if (file.size > MAX_FILE_BYTES) this.fail('tooLarge', file.name);
    else
      await this.#show({
        name: file.name,
        bitmap: () => createImageBitmap(file),
        failure: 'notPicture',
      });
  }

  take(video: HTMLVideoElement): Promise<void> {
    return this.#show({
      name: 'camera',
      bitmap: () => createImageBitmap(video),
      failure: 'cameraFailed',
    });
  }

  /** The newest wish holds, whichever picture is ready first. */
  async #show({ name, bitmap, failure, grey, isOwn = false }: Wish): Promise<void> {
    const wish = (this.#wishes += 1);
    try {
      const [decoding, pixels] = await Promise.all([import('./pictureSource.ts'), bitmap()]);
      const source = await decoding.pictureSource(pixels);
      if (wish !== this.#wishes) {
        URL.revokeObjectURL(source.url);
        return;
      }
      if (this.source) URL.revokeObjectURL(this.source.url);
      this.#preprocess = decoding.preprocess;
      this.source = source;
      this.name = name;
      this.inverted = !grey && decoding.isLightAtEdges(source);
      this.testImage = grey?.testImage;
      this.isOwn = isOwn;
      this.error = undefined;
    } catch {
      if (wish === this.#wishes) this.fail(failure, name);
    }
  }

  /** Says what went wrong; the picture stays. */
  fail(code: PictureError['code'], name: string): void {
    this.error = { code, name, limit: Math.round(MAX_FILE_BYTES / 1e6) };
  }
}
