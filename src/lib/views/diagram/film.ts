// The filmstrip: each block's strongest feature maps on the visitor's picture, as small images under the figure.
import type { FilmstripFrame, SmallMap } from '$lib/engines/protocol.ts';

export interface FilmImage {
  readonly channel: number;
  readonly url: string;
}

export interface Film {
  readonly frames: ReadonlyMap<string, readonly FilmImage[]>;
  /** Height in units of the scene that the strip takes up. */
  readonly height: number;
}

export const FILM = { maps: 3, gap: 3, side: 36, top: 8 } as const;

function imageOf({ channel, width, height, pixels }: SmallMap): FilmImage {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(width, height);
  pixels.forEach((grey, i) => image.data.set([grey, grey, grey, 255], 4 * i));
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return { channel, url: canvas.toDataURL() };
}

export const filmOf = (frames: readonly FilmstripFrame[] | undefined): Film => ({
  frames: new Map(frames?.map(({ block, maps }) => [block, maps.slice(0, FILM.maps).map(imageOf)])),
  height: FILM.top + FILM.maps * (FILM.side + FILM.gap) + FILM.gap,
});
