// Networks as Python. tests/interop/check_code.py runs such files in their frameworks; here their text is looked at.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, frameworksFor } from '../../../src/lib/core/code/index.ts';
import { FRAMEWORKS, type Framework } from '../../../src/lib/core/code/frameworks.ts';
import { FAMILY_IDS, type NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { defaultConfig } from '../../../src/lib/core/options.ts';
import { anyConfig, anyNetwork } from '../anyConfig.ts';

const written = (config: NetConfig): Readonly<Partial<Record<Framework, string>>> =>
  Object.fromEntries(codeOf(config).map(({ framework, write }) => [framework, write()]));

const keras = FAMILIES.pplcnet.presets.find(({ id }) => id === 'keras')?.change;

/** Every other family in one of the frameworks that have modules. */
const FAMILY_GOLDEN = Object.fromEntries(
  FAMILY_IDS.filter((id) => id !== 'pplcnet').map((family, i) => {
    const framework = i % 2 === 0 ? 'pytorch' : 'paddle';
    return [`${family.replaceAll('-', '_')}_${framework}`, [framework, FAMILIES[family].defaults]] as const;
  }),
);

const GOLDEN: Readonly<Record<string, readonly [Framework, Partial<NetConfig>]>> = {
  ...FAMILY_GOLDEN,
  pplcnet_pytorch: ['pytorch', {}],
  pplcnet_paddle: ['paddle', {}],
  pplcnet_keras: ['keras', {}],
  pplcnet_keras_preset: ['keras', { ...keras }],
  pplcnet_pytorch_same: ['pytorch', { ...keras, scale: 0.35, activation: 'prelu' }],
  pplcnet_paddle_short: ['paddle', { scale: 0.5, lastConv: 0, se: defaultConfig.se.map(() => false) }],
};

describe('snapshots, reviewed as code when they change', () => {
  it.each(Object.entries(GOLDEN))('%s', async (name, [framework, change]) => {
    const code = written({ ...defaultConfig, ...change })[framework] ?? '';
    await expect(code).toMatchFileSnapshot(`../../snapshots/code/${name}.py`);
  });
});

describe('code of any network', () => {
  it('has a row per block in its stage table', () => {
    fc.assert(
      fc.property(anyNetwork, (config) => {
        const blocks = config.depths.reduce((sum, depth) => sum + depth, 0);
        for (const code of Object.values(written(config)))
          expect(code.match(/^ .*\bBlock\(/gm)).toHaveLength(blocks);
      }),
    );
  });

  it('has no value that does not exist, no line too long, no space at the end of a line', () => {
    fc.assert(
      fc.property(anyNetwork, (config) => {
        for (const code of Object.values(written(config))) {
          expect(code).not.toMatch(/undefined|NaN|Infinity|null|false|true|\[object/);
          expect(code.split('\n').filter((line) => line.length > 88 || line.endsWith(' '))).toEqual([]);
          expect(code.endsWith(')\n')).toBe(true);
        }
      }),
    );
  });

  it('is always the same', () => {
    fc.assert(
      fc.property(anyNetwork, (config) => {
        expect(written(structuredClone(config))).toEqual(written(config));
      }),
      { numRuns: 20 },
    );
  });

  it('tells networks of different structure apart', () => {
    fc.assert(
      fc.property(anyConfig, fc.constantFrom(...FRAMEWORKS), (config, framework) => {
        const other: NetConfig = {
          ...config,
          kernels: config.kernels.with(0, config.kernels[0] === 3 ? 5 : 3),
        };
        expect(written(other)[framework]).not.toBe(written(config)[framework]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('only what the network needs appears', () => {
  const pytorch = (change: Partial<NetConfig>): string =>
    written({ ...defaultConfig, ...change }).pytorch ?? '';

  it('no SE', () => {
    const none = pytorch({ se: defaultConfig.se.map(() => false) });
    expect(none).not.toMatch(/SqueezeExcite|se:|import torch.nn.functional/);
    expect(pytorch({ se: defaultConfig.se.map(() => true) })).not.toMatch(/se=|nn\.Identity/);
  });

  it('no last convolution', () => {
    expect(pytorch({ lastConv: 0 })).not.toMatch(/last_|[dD]ropout/);
  });

  it('no columns of settings that do not vary', () => {
    expect(pytorch({ kernels: defaultConfig.kernels.map(() => 5) })).not.toMatch(/Block\(.*kernel_size/);
  });

  it('no padding of its own where nothing shrinks', () => {
    expect(pytorch({ padding: 'same' })).toMatch(/class SameConv2d/);
    expect(pytorch({ padding: 'same', strides: defaultConfig.strides.map(() => [1, 1]) })).not.toMatch(
      /Same|stride=|stride:/,
    );
  });
});

describe('what is offered', () => {
  it('is what can be written', () => {
    for (const family of FAMILY_IDS)
      expect(codeOf(FAMILIES[family].defaults).map(({ framework }) => framework)).toEqual(
        frameworksFor(family),
      );
  });

  it('leaves out what is not written yet', () => {
    expect(frameworksFor('pplcnet')).toEqual(FRAMEWORKS);
    expect(frameworksFor('ghostnet')).toEqual(['pytorch', 'paddle']);
  });

  it('includes PP-LCNet in every framework, under names that Python can import', () => {
    expect(codeOf(defaultConfig).map(({ label, fileName }) => `${label}: ${fileName}`)).toEqual([
      'PyTorch: pplcnet_pytorch.py',
      'Paddle: pplcnet_paddle.py',
      'Keras: pplcnet_keras.py',
    ]);
  });
});
