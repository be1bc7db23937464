// Preprocessing as PaddleClas does it for PP-LCNet: resize the short side, crop the centre, divide by 255, subtract mean, divide by deviation.
import type { Pair, TaskId } from '../config/netConfig.ts';
import type { Shape } from '../graph/ir.ts';
import { channelsOf } from './channels.ts';
import { placement, type Placement } from './placement.ts';

/** Pixels as in ImageData: RGBA, row by row, alpha not premultiplied. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

export interface Prepared extends Placement {
  readonly tensor: { readonly shape: Shape; readonly data: Float32Array<ArrayBuffer> };
}

/** For each output position along one axis: its two neighbours, and how much the second counts. */
interface Taps {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight: Float64Array;
}

interface Axis {
  readonly size: number;
  readonly resized: number;
  readonly from: number;
  readonly count: number;
}

/** OpenCV's INTER_LINEAR: pixel centres at half, edges repeated, no smoothing when shrinking. */
function tapsOf({ size, resized, from, count }: Axis): Taps {
  const positions = Float64Array.from({ length: count }, (_, i) => ((from + i + 0.5) * size) / resized - 0.5);
  const clamped = (offset: number) =>
    Int32Array.from(positions, (p) => Math.min(Math.max(Math.floor(p) + offset, 0), size - 1));
  return { first: clamped(0), second: clamped(1), weight: positions.map((p) => p - Math.floor(p)) };
}

/** The window of the resized picture: red, green, blue, alpha, rounded to whole bytes as OpenCV does. */
function resizedWindow(image: Picture, { resized, window }: Placement): Float64Array {
  const { width, data } = image;
  const rows = tapsOf({
    size: image.height,
    resized: resized.height,
    from: window.top,
    count: window.height,
  });
  const columns = tapsOf({ size: width, resized: resized.width, from: window.left, count: window.width });
  const output = new Float64Array(window.width * window.height * 4);
  let at = 0;
  for (let y = 0; y < window.height; y++) {
    const above = (rows.first[y] as number) * width;
    const below = (rows.second[y] as number) * width;
    const down = rows.weight[y] as number;
    for (let x = 0; x < window.width; x++) {
      const left = columns.first[x] as number;
      const right = columns.second[x] as number;
      const across = columns.weight[x] as number;
      for (let c = 0; c < 4; c++) {
        const a = data[(above + left) * 4 + c] as number;
        const b = data[(above + right) * 4 + c] as number;
        const p = data[(below + left) * 4 + c] as number;
        const q = data[(below + right) * 4 + c] as number;
        const upper = a + (b - a) * across;
        output[at++] = Math.round(upper + (p + (q - p) * across - upper) * down);
      }
    }
  }
  return output;
}

interface Request {
  readonly image: Picture;
  /** Input size of the network. */
  readonly resolution: Pair;
  /** Input channels of the network, 1 to 4. */
  readonly channels: number;
  /** Whose recipe: ImageNet's, unless said otherwise. Fashion-MNIST's pictures are used whole. */
  readonly task?: TaskId;
  /** Light and dark exchanged. */
  readonly inverted?: boolean;
}

/** The input tensor (height × width × channels), with what was done to the picture. */
export function preprocess({ image, resolution, channels, task, inverted = false }: Request): Prepared {
  const place = placement(image, resolution, task === 'fashion-mnist' ? 1 : undefined);
  const bytes = resizedWindow(image, place);
  const data = new Float32Array((bytes.length / 4) * channels);
  for (const [c, { mix, mean, deviation }] of channelsOf(channels, task).entries()) {
    const [red, green, blue, alpha] = mix;
    for (let i = 0; i < bytes.length / 4; i++) {
      const colour =
        red * (bytes[i * 4] as number) +
        green * (bytes[i * 4 + 1] as number) +
        blue * (bytes[i * 4 + 2] as number);
      const shown = inverted ? (red + green + blue) * 255 - colour : colour;
      const byte = shown + alpha * (bytes[i * 4 + 3] as number);
      data[i * channels + c] = (byte / 255 - mean) / deviation;
    }
  }
  return { ...place, tensor: { shape: [...resolution, channels], data } };
}
