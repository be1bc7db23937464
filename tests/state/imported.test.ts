// Imported weights: used for every network that they fit, whatever its task, and told apart from others by their values.
import { expect, test } from 'vitest';
import type { NetConfig } from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { takesTestImages, TRAINED_DEFAULTS } from '../../src/lib/core/trained/covers.ts';
import { ofTrial, trialKey } from '../../src/lib/core/trained/trialKey.ts';
import { configKey } from '../../src/lib/core/options.ts';
import { fingerprint } from '../../src/lib/core/weights/fingerprint.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';
import { ImportedWeights } from '../../src/lib/state/imported.svelte.ts';

const config: NetConfig = { ...TRAINED_DEFAULTS, scale: 0.25 };
const key = configKey(config);

function imported(seed: number, name = 'a&b:c.safetensors'): ImportedWeights {
  const weights = untrainedWeights({ graph: FAMILIES.pplcnet.build(config), seed });
  const state = new ImportedWeights();
  state.current = { name, digits: fingerprint(weights), config, weights, recipe: undefined };
  return state;
}

test('they fit networks with the same tensors, of any task', () => {
  const state = imported(1);
  expect(state.weightsFor(config)).toBe(state.current?.weights);
  expect(state.weightsFor({ ...config, task: 'imagenet', resolution: [64, 64] })).toBeDefined();
  expect(state.weightsFor({ ...config, scale: 0.5 })).toBeUndefined();
  expect(new ImportedWeights().weightsFor(config)).toBeUndefined();
});

test('predictions with them are kept under a name of their own, which other values change', () => {
  const [one, other] = [imported(1), imported(2)].map((state) => trialKey(key, state.idFor(config)));
  expect(new Set([trialKey(key), one, other]).size).toBe(3);
  expect(trialKey(key, imported(1).idFor(config))).toBe(one);
  expect(ofTrial(one ?? '')).toEqual({ key, file: 'a&b:c.safetensors' });
  expect(ofTrial(trialKey(key))).toEqual({ key, file: undefined });
});

test('the test images fit networks of their task, size, channels and classes', () => {
  expect(takesTestImages({ ...config, activation: 'relu' })).toBe(true);
  for (const change of [{ task: 'imagenet' }, { resolution: [32, 32] }, { classes: 11 }] as const)
    expect(takesTestImages({ ...config, ...change })).toBe(false);
});
