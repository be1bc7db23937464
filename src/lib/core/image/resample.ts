// Resampling: a window of a picture at another size, in the whole-number arithmetic of OpenCV or Pillow, so that the bytes are theirs.
import type { Placement } from './placement.ts';
import type { Resize } from './recipe.ts';

/** Pixels as in ImageData: RGBA, row by row, alpha not premultiplied. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Which pixels one output position is made of, and how much each counts; the weights add up to 1. */
interface Taps {
  readonly pixels: readonly number[];
  readonly weights: readonly number[];
}

interface Axis {
  /** Of the picture, in pixels. */
  readonly size: number;
  readonly resized: number;
  /** The window in the resized picture. */
  readonly from: number;
  readonly count: number;
}

const positions = ({ from, count }: Axis): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + i);

/** Pixel centres at half, edges repeated, no smoothing when shrinking; in 32 bits, as OpenCV computes the place. */
const opencvLinear = (axis: Axis): readonly Taps[] =>
  positions(axis).map((position) => {
    const { size, resized } = axis;
    const place = Math.fround(((position + 0.5) * size) / resized - 0.5);
    const first = Math.floor(place);
    const inside = (pixel: number) => Math.min(Math.max(pixel, 0), size - 1);
    const second = Math.fround(place - first);
    return { pixels: [inside(first), inside(first + 1)], weights: [1 - second, second] };
  });

interface Filter {
  /** Beyond it the weight is 0, in pixels of the resized picture when shrinking. */
  readonly support: number;
  readonly weight: (distance: number) => number;
}

const TRIANGLE: Filter = { support: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) };

/** Keys' cubic convolution with a = −0.5. */
const CUBIC: Filter = {
  support: 2,
  weight: (distance) => {
    const x = Math.abs(distance);
    if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  },
};

/** Pillow's precompute_coeffs: the filter is stretched when shrinking; at edges what is left of it counts alone. */
const pillow =
  ({ support, weight }: Filter) =>
  (axis: Axis): readonly Taps[] =>
    positions(axis).map((position) => {
      const ratio = axis.size / axis.resized;
      const stretch = Math.max(ratio, 1);
      const centre = (position + 0.5) * ratio;
      const first = Math.max(0, Math.trunc(centre - support * stretch + 0.5));
      const end = Math.min(axis.size, Math.trunc(centre + support * stretch + 0.5));
      const raw = Array.from({ length: end - first }, (_, i) => weight((first + i - centre + 0.5) / stretch));
      const sum = raw.reduce((total, value) => total + value, 0);
      return { pixels: raw.map((_, i) => first + i), weights: raw.map((value) => value / sum) };
    });

/** How weighted pixels become a value: the sum of `term`s, then `finish`. */
interface Pass {
  readonly term: (weight: number, value: number) => number;
  readonly finish: (sum: number) => number;
}

interface Method {
  readonly taps: (axis: Axis) => readonly Taps[];
  /** Weights are whole multiples of 1 / unit. */
  readonly unit: number;
  readonly rows: Pass;
  readonly columns: Pass;
}

const toByte = (value: number): number => Math.min(255, Math.max(0, value));
const product = (weight: number, value: number): number => weight * value;

const OPENCV: Omit<Method, 'taps'> = {
  unit: 2 ** 11,
  rows: { term: product, finish: (sum) => Math.floor(sum / 2 ** 4) },
  columns: {
    term: (weight, value) => Math.floor((weight * value) / 2 ** 16),
    finish: (sum) => toByte(Math.floor((sum + 2) / 4)),
  },
};

const toPillowByte: Pass = { term: product, finish: (sum) => toByte(Math.floor(sum / 2 ** 22 + 0.5)) };
const PILLOW: Omit<Method, 'taps'> = { unit: 2 ** 22, rows: toPillowByte, columns: toPillowByte };

const METHODS: { readonly [K in Resize]: Method } = {
  'opencv-linear': { taps: opencvLinear, ...OPENCV },
  'pillow-bilinear': { taps: pillow(TRIANGLE), ...PILLOW },
  'pillow-bicubic': { taps: pillow(CUBIC), ...PILLOW },
};

/** The placement's window: red, green, blue, alpha, as whole numbers from 0 to 255, row by row. */
export function resample(image: Picture, { resized, window }: Placement, resize: Resize): Uint8Array {
  const method = METHODS[resize];
  const { width, height, data } = image;
  const whole = (axis: Axis) =>
    method
      .taps(axis)
      .map(({ pixels, weights }) => ({ pixels, weights: weights.map((w) => Math.round(w * method.unit)) }));
  const columns = whole({ size: width, resized: resized.width, from: window.left, count: window.width });
  const rows = whole({ size: height, resized: resized.height, from: window.top, count: window.height });
  const narrowed = new Map<number, Float64Array>();

  /** One row of the picture at its new width. */
  function narrow(y: number): Float64Array {
    const known = narrowed.get(y);
    if (known) return known;
    const { term, finish } = method.rows;
    const row = new Float64Array(4 * window.width);
    for (const [x, { pixels, weights }] of columns.entries())
      for (const [i, weight] of weights.entries()) {
        const at = 4 * (y * width + (pixels[i] as number));
        for (let c = 0; c < 4; c++)
          row[4 * x + c] = (row[4 * x + c] as number) + term(weight, data[at + c] as number);
      }
    const kept = row.map(finish);
    narrowed.set(y, kept);
    return kept;
  }

  const { term, finish } = method.columns;
  const output = new Uint8Array(4 * window.width * window.height);
  for (const [y, { pixels, weights }] of rows.entries()) {
    const sum = new Float64Array(4 * window.width);
    for (const [i, weight] of weights.entries()) {
      const row = narrow(pixels[i] as number);
      for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + term(weight, row[at] as number);
    }
    output.set(sum.map(finish), 4 * y * window.width);
  }
  return output;
}
