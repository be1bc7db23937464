// Pictures of one byte per pixel, and maps over them, as pixels of a canvas.

/** @param pixels one byte each, row by row, square */
export function greyImage(pixels: ArrayLike<number>): ImageData {
  const side = Math.sqrt(pixels.length);
  const image = new ImageData(side, side);
  for (let i = 0; i < pixels.length; i++) {
    image.data.fill(pixels[i] as number, 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  return image;
}

interface Map {
  readonly height: number;
  readonly width: number;
  readonly values: ArrayLike<number>;
}

const [FOR, AGAINST] = [
  [235, 60, 50],
  [60, 110, 235],
] as const;

/** Red where the value is positive, blue where it is negative; the more, the less it lets through. */
export function signedImage({ height, width, values }: Map): ImageData {
  const image = new ImageData(width, height);
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number));
  for (let i = 0; i < values.length; i++) {
    const value = largest > 0 ? (values[i] as number) / largest : 0;
    image.data.set([...(value > 0 ? FOR : AGAINST), Math.round(200 * Math.abs(value))], 4 * i);
  }
  return image;
}
