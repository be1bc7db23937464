// Images of Fashion-MNIST as the network was trained to get them.
import { FASHION_GREY } from '../image/recipe.ts';

/** 28 × 28 pixels. */
export const IMAGE_PIXELS = 28 * 28;

/** One value per byte, in the same order. */
export function normalisedGrey(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const { mean, deviation } = FASHION_GREY;
  const table = Float32Array.from({ length: 256 }, (_, byte) => (byte / 255 - mean) / deviation);
  return Float32Array.from(bytes, (byte) => table[byte] as number);
}
