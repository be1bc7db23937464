// Which networks the trained weights hold, and the way back to one of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { withFamily, withTask } from '../../../src/lib/core/options.ts';
import {
  nearestTrained,
  TRAINED_DEFAULTS,
  TRAINED_SCALES,
  untrainedSettings,
} from '../../../src/lib/core/trained/covers.ts';
import { spread } from '../../../src/lib/core/trained/spread.ts';
import { anyConfig } from '../anyConfig.ts';

describe('trained weights', () => {
  test('are there for any width up to 1, kernels, SE, with or without the last convolution', () => {
    for (const scale of [...TRAINED_SCALES, 0.4])
      for (const lastConv of [0, 1280])
        expect(untrainedSettings({ ...TRAINED_DEFAULTS, scale, lastConv, kernels: TRAINED_DEFAULTS.kernels.map(() => 7 as const), se: TRAINED_DEFAULTS.se.map(() => true) })).toEqual([]); // prettier-ignore
  });

  test('are not there for other tasks, families and settings, which are named', () => {
    expect(untrainedSettings(FAMILIES.pplcnet.defaults)).toEqual(['task']);
    expect(untrainedSettings(withFamily(TRAINED_DEFAULTS, 'mobilenetv2'))).toEqual(['family']);
    expect(untrainedSettings({ ...TRAINED_DEFAULTS, scale: 1.5, activation: 'relu', lastConv: 640 })).toEqual(
      ['scale', 'activation', 'lastConv'],
    );
  });

  test('without the last convolution its dropout does not matter', () => {
    expect(untrainedSettings({ ...TRAINED_DEFAULTS, dropout: 0.5 })).toEqual(['dropout']);
    expect(untrainedSettings({ ...TRAINED_DEFAULTS, dropout: 0.5, lastConv: 0 })).toEqual([]);
  });

  test('the nearest trained network is trained, and is the network itself where that is', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const other = withTask(config, 'fashion-mnist');
        const nearest = nearestTrained(other);
        expect(untrainedSettings(nearest)).toEqual([]);
        if (untrainedSettings(other).length === 0) expect(nearest).toEqual(other);
      }),
    );
  });
});

test('a spread holds trained networks that differ, passes over those that are known, and is always the same', () => {
  const networks = spread(24, () => false);
  expect(networks).toHaveLength(24);
  expect(networks.every((config) => untrainedSettings(config).length === 0)).toBe(true);
  expect(new Set(networks.map((config) => JSON.stringify(config))).size).toBeGreaterThan(20);
  expect(spread(24, () => false)).toEqual(networks);
  const known = new Set(networks.slice(0, 8).map((config) => JSON.stringify(config)));
  const others = spread(8, (config) => known.has(JSON.stringify(config)));
  expect(others).toHaveLength(8);
  expect(others.some((config) => known.has(JSON.stringify(config)))).toBe(false);
});
