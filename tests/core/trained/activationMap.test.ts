// The gradient behind the class activation map against differences of the head's own scores.
import { describe, expect, test } from 'vitest';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { activationMap, headOf, scoreGradient } from '../../../src/lib/core/trained/activationMap.ts';
import { TRAINED_DEFAULTS } from '../../../src/lib/core/trained/covers.ts';
import { uniformValues } from '../../../src/lib/core/weights/random.ts';
import { untrainedWeights } from '../../../src/lib/core/weights/untrained.ts';

describe.each([
  [0, false],
  [24, false],
  [24, true],
])('last convolution of %i channels, with bias: %s', (lastConv, lastConvBias) => {
  const config: NetConfig = { ...TRAINED_DEFAULTS, scale: 0.25, lastConv, lastConvBias };
  const weights = new Map(untrainedWeights({ graph: FAMILIES.pplcnet.build(config), seed: 2 }));
  if (lastConvBias)
    weights.set('last_conv.bias', {
      shape: [lastConv],
      data: uniformValues({ seed: 3, name: 'bias' }, lastConv),
    });
  const channels = 128;
  const pooled = uniformValues({ seed: 1, name: 'pooled' }, channels);
  const data = (name: string) => weights.get(name)?.data ?? new Float32Array();

  /** The head written out, one class. */
  function score(x: ArrayLike<number>, classIndex: number): number {
    const swish = (v: number) => (v * Math.min(Math.max(v + 3, 0), 6)) / 6;
    const features =
      lastConv === 0
        ? Array.from(x)
        : Array.from({ length: lastConv }, (_, f) => {
            let sum = data('last_conv.bias')[f] ?? 0;
            for (let c = 0; c < channels; c++)
              sum += (data('last_conv.weight')[f * channels + c] ?? 0) * (x[c] ?? 0);
            return 0.8 * swish(sum);
          });
    return features.reduce((sum, v, f) => sum + v * (data('fc.weight')[f * 10 + classIndex] ?? 0), 0);
  }

  test('gradient', () => {
    const gradient = scoreGradient(headOf(config, weights), pooled, 3);
    for (const c of [0, 17, 127]) {
      const moved = (by: number) =>
        score(
          Array.from(pooled, (v, i) => (i === c ? v + by : v)),
          3,
        );
      expect(gradient[c]).toBeCloseTo((moved(1e-3) - moved(-1e-3)) / 2e-3, 4);
    }
  });

  test('the map is the same everywhere where the values are, and follows them where they are not', () => {
    const values = new Float32Array(4 * channels);
    values.set(pooled, 0);
    const map = activationMap({ head: headOf(config, weights), values, channels, classIndex: 3 });
    expect(map).toHaveLength(4);
    expect([...map.subarray(1)]).toEqual([0, 0, 0]);
  });
});
