// Values between JavaScript and the memory of the kernels: rows of channels, without margins on the outside.
import { FLOAT32_BYTES } from '../../../core/metrics/metric.ts';
import type { Values } from '../../engine.ts';
import { stepsOf } from './geometry.ts';
import type { Heap } from './heap.ts';
import type { Place } from './places.ts';

interface Spot {
  readonly heap: Heap;
  readonly place: Place;
  readonly address: number;
  readonly batch: number;
}

/** Every row of every image: its address, and where it begins among the values. */
function* rowsOf({ place, address, batch }: Omit<Spot, 'heap'>) {
  const { row, image } = stepsOf(place.room);
  const [height, width, channels] = place.shape;
  for (let n = 0, at = 0; n < batch; n++)
    for (let y = 0; y < height; y++, at += width * channels)
      yield { start: address + n * image + y * row, at, count: width * channels };
}

/** Puts a batch where the network reads it. The place is the whole of a room without space between positions. */
export function writeValues(spot: Spot, values: Values): void {
  const all = spot.heap.floats(0, spot.heap.memory.buffer.byteLength / FLOAT32_BYTES);
  for (const { start, at, count } of rowsOf(spot))
    all.set(values.subarray(at, at + count), start / FLOAT32_BYTES);
}

/** A copy: batch × height × width × channels. */
export function readValues({ heap, ...spot }: Spot): Values {
  const { room, shape, step } = spot.place;
  const [height, width, channels] = shape;
  const all = heap.floats(0, heap.memory.buffer.byteLength / FLOAT32_BYTES);
  const found = new Float32Array(spot.batch * height * width * channels);
  for (const { start, at } of rowsOf(spot))
    for (let x = 0, from = start / FLOAT32_BYTES, to = at; x < width; x++, from += room.pixel)
      for (let c = 0; c < channels; c++) found[to++] = all[from + c * step] as number;
  return found;
}
