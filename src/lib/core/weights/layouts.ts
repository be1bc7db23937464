// From the official weight layouts to those of TensorFlow.

interface Filter {
  readonly shape: readonly number[];
  readonly data: Float32Array<ArrayBuffer>;
}

/** Rows and columns that fit into the fastest cache together. */
const TILE = 32;

/** Rows become columns. Tile by tile, which is several times faster than row by row. */
function transpose(data: Float32Array, rows: number, columns: number): Float32Array<ArrayBuffer> {
  const turned = new Float32Array(rows * columns);
  for (let top = 0; top < rows; top += TILE)
    for (let left = 0; left < columns; left += TILE) {
      const bottom = Math.min(top + TILE, rows);
      const right = Math.min(left + TILE, columns);
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++)
          turned[column * rows + row] = data[row * columns + column] as number;
    }
  return turned;
}

/** [out, in, height, width] → [height, width, in, out]. Depthwise: [channels · m, 1, h, w] → [h, w, channels, m]. */
export function filterLayout({ shape, data }: Filter, groups: number): Filter {
  const [out = 0, perGroup = 0, height = 0, width = 0] = shape;
  const area = height * width;
  if (groups > 1) return { shape: [height, width, groups, out / groups], data: transpose(data, out, area) };
  const inner = [height, width, perGroup, out];
  if (area === 1) return { shape: inner, data: transpose(data, out, perGroup) };
  const moved = new Float32Array(data.length);
  for (let o = 0; o < out; o++)
    for (let i = 0; i < perGroup; i++)
      for (let k = 0; k < area; k++)
        moved[(k * perGroup + i) * out + o] = data[(o * perGroup + i) * area + k] as number;
  return { shape: inner, data: moved };
}

/** [in, out] → a 1 × 1 convolution's [1, 1, in, out]: the same order. */
export const linearLayout = ({ shape, data }: Filter): Filter => ({ shape: [1, 1, ...shape], data });
