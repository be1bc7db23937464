// Calibration: in any network, for any picture, batch norms give values of a sane size.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { referenceSteps } from '../../../src/lib/core/reference/run.ts';
import { smoothNoise } from '../../../src/lib/core/weights/smoothNoise.ts';
import { untrainedWeights } from '../../../src/lib/core/weights/untrained.ts';
import { anyConfig } from '../anyConfig.ts';

const { defaults } = FAMILIES.pplcnet;

interface Picture {
  readonly contrast: number;
  readonly brightness: number;
  readonly seed: number;
}

/** Deviation of every batch norm's output over positions and channels. */
function normDeviations(config: NetConfig, { contrast, brightness, seed }: Picture): number[] {
  const graph = FAMILIES[config.family].build(config);
  const weights = untrainedWeights({ graph, seed: 1 });
  const shape = [...config.resolution, config.inputChannels] as const;
  const input = smoothNoise({ shape, batch: 1, seed }).map((value) => value * contrast + brightness);
  const deviations: number[] = [];
  for (const { node, output } of referenceSteps({ graph, weights, input, batch: 1 })) {
    if (node.op.kind !== 'batchNorm') continue;
    const mean = output.reduce((sum, v) => sum + v, 0) / output.length;
    deviations.push(Math.sqrt(output.reduce((sum, v) => sum + (v - mean) ** 2, 0) / output.length));
  }
  return deviations;
}

const usual: Picture = { contrast: 1, brightness: 0, seed: 5 };
const small = (change: Partial<NetConfig>): NetConfig => ({
  ...defaults,
  resolution: [64, 64],
  scale: 0.25,
  ...change,
});

describe('deviations after batch norms', () => {
  test('stay between 0.2 and 4 whatever the network', () => {
    const config = anyConfig.map((any): NetConfig => {
      const widest = any.strides.flat().filter((s) => s === 1).length > 4 ? 0.25 : 0.6;
      return { ...any, scale: Math.min(any.scale, widest), resolution: [40, 33], classes: 4 };
    });
    fc.assert(
      fc.property(config, (any) => {
        const deviations = normDeviations(any, usual);
        expect(Math.min(...deviations)).toBeGreaterThan(0.2);
        expect(Math.max(...deviations)).toBeLessThan(4);
      }),
      { numRuns: 15, seed: 1 },
    );
  });

  test.each(Object.values(FAMILIES))('stay so in $label as published', ({ defaults: own, scales }) => {
    for (const scale of [scales[0] ?? 1, 1]) {
      const deviations = normDeviations({ ...own, scale, resolution: [64, 64] }, usual);
      expect(Math.min(...deviations)).toBeGreaterThan(0.2);
      expect(Math.max(...deviations)).toBeLessThan(4);
    }
  });

  test.each([32, 96, 192])('hold at %i pixels: statistics do not depend on the resolution', (side) => {
    const deviations = normDeviations(small({ resolution: [side, side] }), usual);
    expect(Math.min(...deviations)).toBeGreaterThan(0.4);
    expect(Math.max(...deviations)).toBeLessThan(2);
  });

  test.each([
    { contrast: 0.3, brightness: 0, seed: 6 },
    { contrast: 1.6, brightness: 0, seed: 7 },
    { contrast: 0.7, brightness: 1.8, seed: 8 },
    { contrast: 0.7, brightness: -1.8, seed: 9 },
  ])('follow the picture without running away: %o', (picture) => {
    for (const activation of ['hardswish', 'swish', 'relu'] as const) {
      const deviations = normDeviations(small({ activation }), picture);
      expect(Math.min(...deviations)).toBeGreaterThan(0.1);
      expect(Math.max(...deviations)).toBeLessThan(5);
    }
  });
});
