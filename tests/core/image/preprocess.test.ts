// Preprocessing against the official recipe and against OpenCV's arithmetic.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placement } from '../../../src/lib/core/image/placement.ts';
import { preprocess } from '../../../src/lib/core/image/preprocess.ts';
import { RECIPES } from '../../../src/lib/core/image/recipe.ts';
import type { Picture } from '../../../src/lib/core/image/resample.ts';

const picture = (
  width: number,
  height: number,
  rgba: (x: number, y: number) => readonly number[],
): Picture => ({
  width,
  height,
  data: Uint8ClampedArray.from(
    Array.from({ length: width * height }, (_, i) => rgba(i % width, Math.floor(i / width))).flat(),
  ),
});
const recipe = RECIPES.paddleclas;
/** The colours' means, mixed as luma is. */
const LUMA_MEAN = 0.299 * 0.485 + 0.587 * 0.456 + 0.114 * 0.406;
const grey = (byte: number) => [byte, byte, byte, 255];

describe('placement', () => {
  test('resizes the short side to 256 and cuts out 224, as PaddleClas does', () => {
    const { resized, window, shortSide } = placement({ width: 640, height: 480 }, [224, 224], recipe);
    expect(resized).toEqual({ width: 341, height: 256 });
    expect(window).toEqual({ left: 58, top: 16, width: 224, height: 224 });
    expect(shortSide).toBe(256);
  });

  test('covers an input that is not square with the same margin', () => {
    const { resized, window } = placement({ width: 100, height: 100 }, [224, 112], recipe);
    expect(resized).toEqual({ width: 256, height: 256 });
    expect(window).toEqual({ left: 72, top: 16, width: 112, height: 224 });
  });

  test('never reaches beyond the picture', () => {
    const side = fc.integer({ min: 1, max: 5000 });
    const input = fc.integer({ min: 32, max: 512 });
    fc.assert(
      fc.property(side, side, input, input, (width, height, inputHeight, inputWidth) => {
        const { crop, window, resized } = placement({ width, height }, [inputHeight, inputWidth], recipe);
        expect(window.left).toBeGreaterThanOrEqual(0);
        expect(window.top).toBeGreaterThanOrEqual(0);
        expect(window.left + window.width).toBeLessThanOrEqual(resized.width);
        expect(window.top + window.height).toBeLessThanOrEqual(resized.height);
        expect(crop.left + crop.width).toBeLessThanOrEqual(width + 1e-6);
        expect(crop.top + crop.height).toBeLessThanOrEqual(height + 1e-6);
      }),
    );
  });
});

describe('values', () => {
  test('are (byte / 255 − mean) / deviation, in the order of RGB', () => {
    const { tensor } = preprocess({
      image: picture(300, 300, () => [255, 0, 51, 255]),
      resolution: [32, 32],
      channels: 3,
      recipe,
    });
    expect(tensor.shape).toEqual([32, 32, 3]);
    expect(tensor.data[0]).toBeCloseTo((1 - 0.485) / 0.229, 5);
    expect(tensor.data[1]).toBeCloseTo((0 - 0.456) / 0.224, 5);
    expect(tensor.data[2]).toBeCloseTo((0.2 - 0.406) / 0.225, 5);
  });

  test('are interpolated between pixel centres, without smoothing', () => {
    // 64 pixels become 37 (round(32 · 256 / 224)), the window begins at 2: position (2 + 0.5) · 64 / 37 − 0.5 = 3.8243…
    const { tensor } = preprocess({
      image: picture(64, 64, (x) => grey(x * 4)),
      resolution: [32, 32],
      channels: 1,
      recipe,
    });
    const byte = (tensor.data[0] ?? 0) * 0.226 * 255 + LUMA_MEAN * 255;
    expect(byte).toBeCloseTo(Math.round(4 * ((2.5 * 64) / 37 - 0.5)), 3);
  });

  test('repeat the edge of a tiny picture instead of running out of it', () => {
    const { tensor } = preprocess({
      image: picture(1, 1, () => grey(255)),
      resolution: [32, 32],
      channels: 3,
      recipe,
    });
    expect(new Set(tensor.data.filter((_, i) => i % 3 === 0)).size).toBe(1);
    expect(tensor.data.every(Number.isFinite)).toBe(true);
  });

  test('for one channel are luma, for four RGB and opacity', () => {
    const image = picture(40, 40, () => [255, 0, 0, 0]);
    const one = preprocess({ image, resolution: [32, 32], channels: 1, recipe }).tensor.data;
    const four = preprocess({ image, resolution: [32, 32], channels: 4, recipe }).tensor.data;
    expect(one[0]).toBeCloseTo((0.299 - LUMA_MEAN) / 0.226, 5);
    expect(four[0]).toBeCloseTo((1 - 0.485) / 0.229, 5);
    expect(four[3]).toBe(-1);
  });
});
