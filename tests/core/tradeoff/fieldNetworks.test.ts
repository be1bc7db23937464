// Networks a field can be made of, and networks as options.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { configKey } from '../../../src/lib/core/options.ts';
import { everyPublished, everyWidth, fieldNetwork } from '../../../src/lib/core/tradeoff/fieldNetworks.ts';
import { configOf, optionsOf, optionsOfKey } from '../../../src/lib/core/tradeoff/networkOptions.ts';
import { anyConfig } from '../anyConfig.ts';

const families = Object.values(FAMILIES);

test('every width of every family is there once, by its published name', () => {
  const networks = everyWidth(families);
  expect(networks).toHaveLength(new Set(networks.map(({ key }) => key)).size);
  for (const { defaults, scales } of families)
    for (const scale of scales)
      expect(networks.map(({ key }) => key)).toContain(configKey({ ...defaults, scale }));
  expect(networks[0]).toMatchObject({ key: 'family=pplcnet&scale=0.25', name: 'PPLCNet_x0_25' });
});

test('a published network trained in two ways is one network', () => {
  const keys = everyPublished(families).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain('family=pplcnet&scale=2.5');
});

test('a network of nobody is named by its options', () => {
  const config = { ...FAMILIES.pplcnet.defaults, scale: 0.33 };
  expect(fieldNetwork(config, 'PP-LCNet').name).toBe('PP-LCNet scale=0.33');
});

test('options and keys describe any network in full', () => {
  fc.assert(
    fc.property(anyConfig, (config) => {
      expect(configOf(optionsOf(config))).toEqual({ config, problems: [], unknown: [] });
      expect(configOf(optionsOfKey(configKey(config)))).toEqual({ config, problems: [], unknown: [] });
    }),
    { numRuns: 50 },
  );
  expect(configOf({ colour: 'red' }).unknown).toEqual(['colour']);
});
