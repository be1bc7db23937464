// Decoding a picture to pixels. Loaded with the first picture, together with what prepares it for a network.
import type { PictureSource } from './picture.svelte.ts';

export { preprocess } from '$lib/core/image/preprocess.ts';

/** Larger pictures are made smaller while they are decoded. */
const MAX_SIDE = 4096;
/** Smaller pictures are shown as they are. */
const SMALL_PIXELS = 128 * 128;

/** Rejects what is no picture. */
export async function decode(picture: ImageBitmapSource): Promise<PictureSource> {
  const bitmap = await createImageBitmap(picture);
  const original = { width: bitmap.width, height: bitmap.height };
  const shrink = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * shrink));
  const height = Math.max(1, Math.round(bitmap.height * shrink));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas');
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  const small = width * height < SMALL_PIXELS;
  const kind = small ? { type: 'image/png' } : { type: 'image/jpeg', quality: 0.85 };
  return { original, width, height, data, url: URL.createObjectURL(await canvas.convertToBlob(kind)) };
}

/** @param pixels one byte each, row by row, square */
export function greyImage(pixels: Uint8Array): ImageData {
  const side = Math.sqrt(pixels.length);
  const data = new Uint8ClampedArray(pixels.length * 4);
  pixels.forEach((value, i) => data.set([value, value, value, 255], 4 * i));
  return new ImageData(data, side, side);
}

/** Whether the picture's first and last row are rather light: things on a light ground. */
export function isLightAtEdges({ width, height, data }: PictureSource): boolean {
  let sum = 0;
  for (const row of [0, height - 1])
    for (let i = 4 * row * width; i < 4 * (row + 1) * width; i += 4)
      sum += (data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number);
  return sum / (6 * width) > 127;
}
