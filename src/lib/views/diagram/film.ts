// The filmstrip's images: each block's strongest feature maps on the visitor's picture.
import type { FilmstripFrame, SmallMap } from '$lib/engines/protocol.ts';
import { greyBitmap } from './greyBitmap.ts';

/** Images per block. */
export const FILM_MAPS = 3;

export interface FilmImage {
  readonly channel: number;
  readonly url: string;
}

/** By the id of the block, strongest first. */
export type FilmImages = ReadonlyMap<string, readonly FilmImage[]>;

const imageOf = (map: SmallMap): FilmImage => ({ channel: map.channel, url: greyBitmap(map) });

export const filmOf = (frames: readonly FilmstripFrame[] = []): FilmImages =>
  new Map(frames.map(({ block, maps }) => [block, maps.slice(0, FILM_MAPS).map(imageOf)]));
