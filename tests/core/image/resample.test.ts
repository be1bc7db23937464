// Resampling against OpenCV and Pillow: windows that tests/interop/make_pictures.py made with the libraries themselves.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placement } from '../../../src/lib/core/image/placement.ts';
import type { Resize } from '../../../src/lib/core/image/recipe.ts';
import { resample } from '../../../src/lib/core/image/resample.ts';

interface Golden {
  readonly size: readonly [width: number, height: number];
  readonly side: number;
  readonly resize: Resize;
  /** Red, green, blue. */
  readonly bytes: readonly number[];
}

const path = new URL('../../fixtures/pictures/resized.json', import.meta.url);
const { windows } = JSON.parse(readFileSync(path, 'utf8')) as { windows: readonly Golden[] };

function picture([width, height]: Golden['size']) {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.set([(7 * x + 13 * y) % 256, (x * x + 3 * y) % 256, (x * y) % 256, 255], 4 * (y * width + x));
  return { width, height, data };
}

describe('a window of a resized picture', () => {
  for (const { size, side, resize, bytes } of windows)
    test(`${size.join(' × ')} to ${side} pixels by ${resize} is the library's, byte for byte`, () => {
      const image = picture(size);
      const found = resample(image, placement(image, [side, side], { resize, cropShare: 0.875 }), resize);
      const colours = found.filter((_, i) => i % 4 !== 3);
      expect([...colours]).toEqual(bytes);
    });
});
