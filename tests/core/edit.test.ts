// Editing the stage table: blocks come and go without touching their neighbours.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canAddBlock,
  canRemoveBlock,
  withBlockAdded,
  withBlockRemoved,
  withKernel,
  withSe,
} from '../../src/lib/core/edit.ts';
import { FAMILY_IDS } from '../../src/lib/core/config/netConfig.ts';
import { configKey, defaultConfig, readConfig, withFamily } from '../../src/lib/core/options.ts';
import { publishedFor } from '../../src/lib/core/published.ts';
import { anyNetwork } from './anyConfig.ts';

describe('blocks of a stage', () => {
  it('added and removed again leave the network as it was', () => {
    fc.assert(
      fc.property(anyNetwork, fc.integer({ min: 0, max: 4 }), (config, stage) => {
        fc.pre(canAddBlock(config, stage));
        expect(withBlockRemoved(withBlockAdded(config, stage), stage)).toEqual(config);
      }),
      { seed: 1 },
    );
  });

  it('always stay a valid network', () => {
    fc.assert(
      fc.property(anyNetwork, fc.integer({ min: 0, max: 4 }), (config, stage) => {
        for (const edited of [withBlockAdded(config, stage), withBlockRemoved(config, stage)])
          expect(readConfig(edited)).toEqual({ config: edited, problems: [] });
      }),
      { seed: 1 },
    );
  });

  it('are never fewer than one', () => {
    expect(canRemoveBlock(defaultConfig, 0)).toBe(false);
    expect(withBlockRemoved(defaultConfig, 0)).toEqual(defaultConfig);
  });
});

describe('another family', () => {
  it('keeps scale, input and classes, and is a valid network', () => {
    fc.assert(
      fc.property(anyNetwork, fc.constantFrom(...FAMILY_IDS), (config, family) => {
        const changed = withFamily(config, family);
        expect(readConfig(changed)).toEqual({ config: changed, problems: [] });
        expect(changed).toMatchObject({ family, scale: config.scale, resolution: config.resolution });
      }),
      { seed: 1 },
    );
  });

  it('refuses what it has not, in one line', () => {
    const { problems } = readConfig({ family: 'mobilenetv1', se: '1111111111111' });
    expect(problems).toEqual([
      {
        option: 'se',
        found: '1111111111111',
        expected: { kind: 'notInFamily', family: 'MobileNetV1' },
      },
    ]);
  });
});

describe('published figures', () => {
  it('are found for exactly the published network, and for no other', () => {
    expect(publishedFor({ ...defaultConfig, scale: 0.5 })[0]?.top1).toBe(63.14);
    expect(publishedFor({ ...defaultConfig, scale: 0.6 })).toEqual([]);
    expect(publishedFor({ ...defaultConfig, resolution: [192, 192] })).toEqual([]);
    expect(publishedFor(withKernel({ ...defaultConfig, scale: 0.5 }, 1, 5))).toEqual([]);
  });

  it('know SE in all thirteen blocks of x0.5: 64.27 % at 3.80 ms', () => {
    const everywhere = defaultConfig.se.reduce((config, _, i) => withSe(config, i + 1, true), {
      ...defaultConfig,
      scale: 0.5,
    });
    expect(configKey(everywhere)).toBe('family=pplcnet&scale=0.5&se=1111111111111');
    expect(publishedFor(everywhere)[0]).toMatchObject({ top1: 64.27, latencyMs: { xeon6148: 3.8 } });
  });
});
