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
/** Larger pictures are made smaller while they are decoded. */
const MAX_SIDE = 4096;
/** Smaller pictures are shown as they are. */
const SMALL_PIXELS = 128 * 128;

/** Whether the picture's first and last row are rather light: things on a light ground. */
function isLightAtEdges({ width, height, data }: Omit<PictureSource, 'original' | 'url'>): boolean {
  let sum = 0;
  for (const row of [0, height - 1])
    for (let i = 4 * row * width; i < 4 * (row + 1) * width; i += 4)
      sum += (data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number);
  return sum / (6 * width) > 127;
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
    const side = Math.sqrt(pixels.length);
    const data = new Uint8ClampedArray(pixels.length * 4);
    pixels.forEach((value, i) => data.set([value, value, value, 255], 4 * i));
    const bitmap = await createImageBitmap(new ImageData(data, side, side));
    await this.#adopt(bitmap, name);
    this.inverted = false;
    this.testImage = testImage;
  }

  async openSample(file: string): Promise<void> {
    try {
      const response = await fetch(this.sampleUrl(file));
      if (!response.ok) throw new Error(String(response.status));
      await this.#decode(await response.blob(), file);
    } catch {
      this.#fail('sampleMissing', file);
    }
  }

  /** Takes a file from a dialog, a drop or the clipboard. What is no picture changes nothing but the message. */
  async open(file: File): Promise<void> {
    try {
      if (file.size > MAX_FILE_BYTES) {
        this.#fail('tooLarge', file.name);
        return;
      }
      await this.#decode(file, file.name);
    } catch {
      this.#fail('notPicture', file.name);
    }
  }

  /** Asks for the camera. Undefined when there is none or it was refused; `error` says which. */
  async camera(): Promise<MediaStream | undefined> {
    try {
      return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      const codes: Readonly<Record<string, PictureError['code']>> = {
        NotAllowedError: 'cameraRefused',
        NotFoundError: 'cameraMissing',
      };
      this.#fail(codes[name] ?? 'cameraFailed', '');
      return undefined;
    }
  }

  async take(video: HTMLVideoElement): Promise<void> {
    await this.#adopt(await createImageBitmap(video), 'camera');
  }

  async #decode(blob: Blob, name: string): Promise<void> {
    await this.#adopt(await createImageBitmap(blob), name);
  }

  async #adopt(bitmap: ImageBitmap, name: string): Promise<void> {
    this.#preprocess ??= (await import('$lib/core/image/preprocess.ts')).preprocess;
    const original = { width: bitmap.width, height: bitmap.height };
    const shrink = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * shrink)),
      Math.max(1, Math.round(bitmap.height * shrink)),
    );
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2D canvas');
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const small = canvas.width * canvas.height < SMALL_PIXELS;
    const kind = small ? { type: 'image/png' } : { type: 'image/jpeg', quality: 0.85 };
    const url = URL.createObjectURL(await canvas.convertToBlob(kind));
    if (this.source) URL.revokeObjectURL(this.source.url);
    this.source = { original, width: canvas.width, height: canvas.height, data, url };
    this.name = name;
    this.inverted = isLightAtEdges(this.source);
    this.testImage = undefined;
    this.error = undefined;
  }

  #fail(code: PictureError['code'], name: string): void {
    this.error = { code, name, limit: Math.round(MAX_FILE_BYTES / 1e6) };
  }
}
