// Names of files: short for networks that have a name, told apart for all others, and safe on every system.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { defaultsFor } from '../../src/lib/core/families/tasks.ts';
import { fileStem } from '../../src/lib/core/fileName.ts';
import { configKey } from '../../src/lib/core/options.ts';
import { anyNetwork } from './anyConfig.ts';

const { pplcnet } = FAMILIES;
const config = { ...pplcnet.defaults, scale: 0.5 };

test('a default network is called by family, scale and task', () => {
  expect(fileStem(config)).toBe('pplcnet-x0.5');
  expect(fileStem(FAMILIES['mobilenetv3-large'].defaults)).toBe('mobilenetv3-large-x1');
  expect(fileStem(defaultsFor(pplcnet, 'fashion-mnist'))).toBe('pplcnet-x1-fashion-mnist');
});

test('other settings add digits, always the same for the same settings', () => {
  const large = { ...config, kernels: config.kernels.map(() => 5 as const) };
  expect(fileStem(large)).toMatch(/^pplcnet-x0\.5-[\da-f]{6}$/);
  expect(fileStem({ ...large })).toBe(fileStem(large));
  expect(fileStem({ ...large, scale: 1 }).slice(-6)).toBe(fileStem(large).slice(-6));
  expect(fileStem({ ...config, resolution: [96, 96] })).not.toBe(fileStem(large));
});

test('different networks have different names', () => {
  fc.assert(
    fc.property(anyNetwork, anyNetwork, (a, b) => {
      expect(fileStem(a) === fileStem(b)).toBe(configKey(a) === configKey(b));
      expect(fileStem(a)).toMatch(/^[\w.-]+$/);
    }),
    { seed: 7 },
  );
});
