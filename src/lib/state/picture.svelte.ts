// The visitor's picture: where it comes from, its pixels, and what the network gets of it. It never leaves the tab.
import { asset } from '$app/paths';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import type { preprocess, Prepared } from '$lib/core/image/preprocess.ts';
import { TASK_RECIPES, type Recipe } from '$lib/core/image/recipe.ts';

export interface PictureError {
  readonly code:
    'notPicture' | 'tooLarge' | 'sampleMissing' | 'cameraMissing' | 'cameraRefused' | 'cameraFailed';
  /** Name of the file. */
  readonly name: string;
  /** Largest side that is taken, in pixels. */
  readonly limit: number;
}

export interface PictureSource {
  /** Of the picture itself, which may be larger than what is kept of it. */
  readonly original: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray;
  /** Shows the picture in the page. */
  readonly url: string;
}

const MAX_FILE_BYTES = 100e6;

export class PictureState {
  readonly #recipeOf: (config: NetConfig) => Recipe | undefined;
  source = $state.raw<PictureSource | undefined>();
  name = $state('');
  error = $state.raw<PictureError | undefined>();
  /** Light and dark exchanged, for the task whose pictures are light on black. Guessed for each new picture. */
  inverted = $state(false);
  /** Number of the test image that is shown, where it is one. */
  testImage = $state<number | undefined>();
  /** How the visitor wants pictures prepared for ImageNet's networks; else as the weights' source does it. */
  recipe = $state.raw<Recipe | undefined>();
  /** Comes with the first picture: before that there is nothing to prepare. */
  #preprocess: typeof preprocess | undefined;
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
  async showGrey(pixels: Uint8Array, name: string, testImage?: number): Promise<void> {
    const { greyImage } = await import('./decodePicture.ts');
    await this.#adopt(greyImage(pixels), name);
    this.inverted = false;
    this.testImage = testImage;
  }

  async openSample(file: string): Promise<void> {
    try {
      const response = await fetch(this.sampleUrl(file));
      if (!response.ok) throw new Error(String(response.status));
      await this.#adopt(await response.blob(), file);
    } catch {
      this.fail('sampleMissing', file);
    }
  }

  /** Takes a file from a dialog, a drop or the clipboard. What is no picture changes nothing but the message. */
  async open(file: File): Promise<void> {
    try {
      if (file.size > MAX_FILE_BYTES) {
        this.fail('tooLarge', file.name);
        return;
      }
      await this.#adopt(file, file.name);
    } catch {
      this.fail('notPicture', file.name);
    }
  }

  async take(video: HTMLVideoElement): Promise<void> {
    await this.#adopt(video, 'camera');
  }

  async #adopt(picture: ImageBitmapSource, name: string): Promise<void> {
    const { decode, isLightAtEdges, preprocess } = await import('./decodePicture.ts');
    this.#preprocess = preprocess;
    const source = await decode(picture);
    if (this.source) URL.revokeObjectURL(this.source.url);
    this.source = source;
    this.name = name;
    this.inverted = isLightAtEdges(source);
    this.testImage = undefined;
    this.error = undefined;
  }

  /** Says what went wrong; the picture stays. */
  fail(code: PictureError['code'], name: string): void {
    this.error = { code, name, limit: Math.round(MAX_FILE_BYTES / 1e6) };
  }
}
