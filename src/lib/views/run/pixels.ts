// Feature maps as pixels: one channel, stretched between two values, painted grey.
import type { FeatureMaps } from '$lib/engines/protocol.ts';

interface Channel {
  readonly maps: FeatureMaps;
  readonly channel: number;
  readonly low: number;
  readonly high: number;
}

export function channelImage({ maps, channel, low, high }: Channel): ImageData {
  const [height, width, channels] = maps.shape;
  const image = new ImageData(width, height);
  const scale = high > low ? 255 / (high - low) : 0;
  for (let i = 0; i < width * height; i++) {
    const grey = ((maps.data[i * channels + channel] ?? 0) - low) * scale;
    image.data.set([grey, grey, grey, 255], 4 * i);
  }
  return image;
}

/** Draws pixels into a canvas of their size; the page scales it. */
export const paint = (image: ImageData) => (canvas: HTMLCanvasElement) => {
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
};
