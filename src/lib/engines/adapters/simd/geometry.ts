// Geometry: a place as the kernels see it, in bytes.
import { FLOAT32_BYTES } from '../../../core/metrics/metric.ts';
import type { Place, Room } from './places.ts';

export interface Steps {
  readonly pixel: number;
  readonly row: number;
  readonly image: number;
}

const rowValues = ({ width, margins, pixel }: Room): number => (margins.left + width + margins.right) * pixel;

/** Bytes from one position, row, image to the next. */
export function stepsOf(room: Room): Steps {
  const row = rowValues(room);
  const rows = room.margins.top + room.height + room.margins.bottom;
  return { pixel: FLOAT32_BYTES * room.pixel, row: FLOAT32_BYTES * row, image: FLOAT32_BYTES * rows * row };
}

/** Kernels load whole vectors, up to eight channels at once: what they read beyond the end is not used. */
const SLACK = 64;

export const roomBytes = (room: Room, batch: number): number => batch * stepsOf(room).image + SLACK;

/** From the start of its room to a place's first value. */
export function startOf({ room, channel }: Place): number {
  const { margins, pixel } = room;
  return FLOAT32_BYTES * (margins.top * rowValues(room) + margins.left * pixel + channel);
}

/**
 * Bytes between two channels that are written; 0 where whole vectors may be written, because what they
 * write beyond the last channel is nobody's.
 */
export function channelStep({ room, channel, step, shape: [, , channels] }: Place): number {
  const isAlone = step === 1 && (channels % 4 === 0 || channel + channels === room.channels);
  const hasSpace = channel + 4 * Math.ceil(channels / 4) <= room.pixel;
  return isAlone && hasSpace ? 0 : FLOAT32_BYTES * step;
}
