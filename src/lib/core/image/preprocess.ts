// Preprocessing by a recipe: resize the short side, crop the centre, divide by 255, subtract mean, divide by deviation.
import type { Pair } from '../config/netConfig.ts';
import type { Shape } from '../graph/ir.ts';
import { channelsOf } from './channels.ts';
import { placement, type Placement } from './placement.ts';
import type { Recipe } from './recipe.ts';
import { resample, type Picture } from './resample.ts';

export interface Prepared extends Placement {
  readonly tensor: { readonly shape: Shape; readonly data: Float32Array<ArrayBuffer> };
}

interface Request {
  readonly image: Picture;
  /** Input size of the network. */
  readonly resolution: Pair;
  /** Input channels of the network, 1 to 4. */
  readonly channels: number;
  readonly recipe: Recipe;
  /** Light and dark exchanged. */
  readonly inverted?: boolean;
}

/** The input tensor (height × width × channels), with what was done to the picture. */
export function preprocess({ image, resolution, channels, recipe, inverted = false }: Request): Prepared {
  const place = placement(image, resolution, recipe);
  const bytes = resample(image, place, recipe.resize);
  const data = new Float32Array((bytes.length / 4) * channels);
  for (const [c, { mix, mean, deviation }] of channelsOf(channels, recipe).entries()) {
    const [red, green, blue, alpha] = mix;
    for (let i = 0; i < bytes.length / 4; i++) {
      const colour =
        red * (bytes[i * 4] as number) +
        green * (bytes[i * 4 + 1] as number) +
        blue * (bytes[i * 4 + 2] as number);
      const shown = inverted ? (red + green + blue) * 255 - colour : colour;
      const byte = shown + alpha * (bytes[i * 4 + 3] as number);
      data[i * channels + c] = (byte / 255 - mean) / deviation;
    }
  }
  return { ...place, tensor: { shape: [...resolution, channels], data } };
}
