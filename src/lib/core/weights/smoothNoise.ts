// Synthetic pictures for calibration: seeded noise whose energy falls with frequency as in photographs (1/f).
import type { Shape } from '../graph/ir.ts';
import { uniformValues } from './random.ts';

interface Plane {
  readonly height: number;
  readonly width: number;
  readonly seed: number;
  readonly name: string;
}

/** Adds one octave: a coarse grid of random values, bilinearly interpolated. */
function addOctave(plane: Float64Array, cells: number, { height, width, seed, name }: Plane): void {
  const side = cells + 1;
  const grid = uniformValues({ seed, name: `${name}/${cells}` }, side * side);
  const at = (y: number, x: number) => grid[y * side + x] as number;
  for (let y = 0; y < height; y++) {
    const v = ((y + 0.5) / height) * cells;
    const y0 = Math.min(Math.floor(v), cells - 1);
    for (let x = 0; x < width; x++) {
      const u = ((x + 0.5) / width) * cells;
      const x0 = Math.min(Math.floor(u), cells - 1);
      const top = at(y0, x0) + (at(y0, x0 + 1) - at(y0, x0)) * (u - x0);
      const bottom = at(y0 + 1, x0) + (at(y0 + 1, x0 + 1) - at(y0 + 1, x0)) * (u - x0);
      const i = y * width + x;
      plane[i] = (plane[i] as number) + top + (bottom - top) * (v - y0);
    }
  }
}

/** Mean 0, deviation about 1; octaves of equal weight from one cell to one per two pixels give a 1/f amplitude. */
function noisePlane(plane: Plane): Float64Array {
  const values = new Float64Array(plane.height * plane.width);
  let octaves = 0;
  for (let cells = 1; cells <= Math.max(1, Math.min(plane.height, plane.width) / 2); cells *= 2, octaves++)
    addOctave(values, cells, plane);
  const norm = 2.2 / Math.sqrt(octaves);
  return values.map((value) => value * norm);
}

interface NoiseRequest {
  readonly shape: Shape;
  readonly batch: number;
  readonly seed: number;
}

const SHARED = 0.85;

/** Normalised pictures, batch × height × width × channels. Channels share most of their variation, as colours do. */
export function smoothNoise({ shape, batch, seed }: NoiseRequest): Float32Array<ArrayBuffer> {
  const [height, width, channels] = shape;
  const output = new Float32Array(batch * height * width * channels);
  const own = Math.sqrt(1 - SHARED ** 2);
  for (let b = 0; b < batch; b++) {
    const grey = noisePlane({ height, width, seed, name: `picture ${b}` });
    for (let c = 0; c < channels; c++) {
      const colour = noisePlane({ height, width, seed, name: `picture ${b} channel ${c}` });
      for (let i = 0; i < grey.length; i++)
        output[(b * grey.length + i) * channels + c] =
          SHARED * (grey[i] as number) + own * (colour[i] as number);
    }
  }
  return output;
}
