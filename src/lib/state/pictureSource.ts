// A decoded picture → its pixels, and an address under which the page shows it. Loaded with the first picture.
export { preprocess } from '$lib/core/image/preprocess.ts';

export interface PictureSource {
  /** Of the picture itself, which may be larger than what is kept of it. */
  readonly original: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray;
  /** Shows the picture in the page; whoever takes the source revokes it. */
  readonly url: string;
}

/** Larger pictures are made smaller while they are decoded. */
const MAX_SIDE = 4096;
/** Smaller pictures are shown as they are. */
const SMALL_PIXELS = 128 * 128;

/** Whether the picture's first and last row are rather light: things on a light ground. */
export function isLightAtEdges({ width, height, data }: PictureSource): boolean {
  let sum = 0;
  for (const row of [0, height - 1])
    for (let i = 4 * row * width; i < 4 * (row + 1) * width; i += 4)
      sum += (data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number);
  return sum / (6 * width) > 127;
}

/** Closes the bitmap. */
export async function pictureSource(bitmap: ImageBitmap): Promise<PictureSource> {
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
  const kind = width * height < SMALL_PIXELS ? { type: 'image/png' } : { type: 'image/jpeg', quality: 0.85 };
  const url = URL.createObjectURL(await canvas.convertToBlob(kind));
  return { original, width, height, data, url };
}
