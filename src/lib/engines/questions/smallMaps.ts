// The strongest channels of a layer as small grey pictures.
import type { Shape } from '../../core/graph/ir.ts';
import type { Values } from '../engine.ts';
import type { SmallMap } from '../protocol.ts';

/** Variance of each channel over the picture. */
function spreads(values: Values, channels: number): Float64Array {
  const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
  for (let i = 0; i < values.length; i++) {
    const [c, value] = [i % channels, values[i] as number];
    sums[c] = (sums[c] as number) + value;
    squares[c] = (squares[c] as number) + value * value;
  }
  const positions = values.length / channels;
  return squares.map((square, c) => square / positions - ((sums[c] as number) / positions) ** 2);
}

interface Plane {
  readonly values: Values;
  readonly shape: Shape;
  readonly channel: number;
}

/** Mean over boxes of pixels, so that no side exceeds `maxSide`. */
function shrink({ values, shape: [height, width, channels], channel }: Plane, maxSide: number) {
  const factor = Math.max(1, Math.ceil(Math.max(height, width) / maxSide));
  const [rows, columns] = [Math.ceil(height / factor), Math.ceil(width / factor)];
  const means = new Float64Array(rows * columns);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let [sum, count] = [0, 0];
      for (let v = y * factor; v < Math.min((y + 1) * factor, height); v++)
        for (let u = x * factor; u < Math.min((x + 1) * factor, width); u++, count++)
          sum += values[(v * width + u) * channels + channel] as number;
      means[y * columns + x] = sum / count;
    }
  return { means, height: rows, width: columns };
}

function toSmallMap(plane: Plane, maxSide: number): SmallMap {
  const { means, height, width } = shrink(plane, maxSide);
  const min = means.reduce((a, b) => Math.min(a, b), Infinity);
  const max = means.reduce((a, b) => Math.max(a, b), -Infinity);
  const range = max > min ? max - min : 1;
  const pixels = Uint8Array.from(means, (mean) => Math.round(((mean - min) / range) * 255));
  return { channel: plane.channel, height, width, min, max, pixels };
}

interface Request {
  readonly values: Values;
  readonly shape: Shape;
  readonly count: number;
  readonly maxSide: number;
}

/** The channels that vary most over the picture, strongest first. */
export function strongestMaps({ values, shape, count, maxSide }: Request): readonly SmallMap[] {
  const spread = spreads(values, shape[2]);
  const order = Array.from(spread.keys()).sort((a, b) => (spread[b] as number) - (spread[a] as number));
  return order.slice(0, count).map((channel) => toSmallMap({ values, shape, channel }, maxSide));
}
