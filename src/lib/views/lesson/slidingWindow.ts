// The arithmetic of a 3 × 3 window on one feature map, zeros around.

export interface PlainMap {
  readonly width: number;
  readonly height: number;
  /** Row by row. */
  readonly data: Float32Array<ArrayBuffer>;
}

export const KERNELS = {
  edges: [-1, -1, -1, -1, 8, -1, -1, -1, -1],
  blur: Array.from({ length: 9 }, () => 1 / 9),
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
} as const satisfies Record<string, readonly number[]>;
export type KernelName = keyof typeof KERNELS;

export interface Product {
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}

/** The nine products whose sum is the output at a position. */
export function productsAt(
  { width, height, data }: PlainMap,
  kernel: readonly number[],
  row: number,
  column: number,
): readonly Product[] {
  return kernel.map((weight, tap) => {
    const [y, x] = [row + Math.floor(tap / 3) - 1, column + (tap % 3) - 1];
    const inside = y >= 0 && y < height && x >= 0 && x < width;
    const value = inside ? (data[y * width + x] ?? 0) : 0;
    return { value, weight, product: value * weight };
  });
}

export function convolved(map: PlainMap, kernel: readonly number[]): PlainMap {
  const { width, height } = map;
  const data = Float32Array.from({ length: width * height }, (_, i) =>
    productsAt(map, kernel, Math.floor(i / width), i % width).reduce((sum, { product }) => sum + product, 0),
  );
  return { width, height, data };
}

/** From black to white between smallest and largest; only the first `count` positions, the others stay clear. */
export function greyOf({ width, height, data }: PlainMap, count = width * height): ImageData {
  const image = new ImageData(width, height);
  const low = data.reduce((a, b) => Math.min(a, b), Infinity);
  const high = data.reduce((a, b) => Math.max(a, b), -Infinity);
  const scale = high > low ? 255 / (high - low) : 0;
  for (let i = 0; i < count; i++) {
    const grey = ((data[i] ?? 0) - low) * scale;
    image.data.set([grey, grey, grey, 255], 4 * i);
  }
  return image;
}
