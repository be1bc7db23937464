// Rows of a race: published accuracies and weights belong to exactly this network.
import { expect, test } from 'vitest';
import { TRAINED_DEFAULTS } from '../../../src/lib/core/trained/covers.ts';
import { raceRow } from '../../../src/lib/core/trained/race.ts';
import { stepConfig } from '../../../src/lib/state/stepNetwork.ts';

test('a network of one task is known for both where only input, classes and strides differ', () => {
  const large = raceRow('large', stepConfig({ scale: 0.5 }));
  expect(large).toMatchObject({ published: 63.14, trained: { ...TRAINED_DEFAULTS, scale: 0.5 } });
  const small = raceRow('small', stepConfig({ task: 'fashion-mnist', scale: 0.5 }));
  expect(small).toMatchObject({ published: 63.14, trained: { ...TRAINED_DEFAULTS, scale: 0.5 } });
  expect(small.macs).toBeLessThan(large.macs);
});

test('a network with an input of its own is neither', () => {
  expect(raceRow('other', stepConfig({ scale: 1.5, resolution: [72, 72] }))).toMatchObject({
    published: undefined,
    trained: undefined,
  });
});

test('without weights for a setting there is nothing to try', () => {
  expect(raceRow('relu', stepConfig({ scale: 0.5, activation: 'relu' }))).toMatchObject({
    published: 61.93,
    trained: undefined,
  });
});
