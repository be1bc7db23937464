// Networks as Python. tests/interop/check_code.py runs such files in their frameworks; here their text is looked at.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../src/lib/core/code/index.ts';
import { FRAMEWORKS, type Framework } from '../../../src/lib/core/code/frameworks.ts';
import {
  FAMILY_IDS,
  type FamilyId,
  type NetConfig,
  type Pair,
} from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { defaultConfig } from '../../../src/lib/core/options.ts';
import { anyConfig, anyNetwork } from '../anyConfig.ts';

const written = (config: NetConfig): Readonly<Partial<Record<Framework, string>>> =>
  Object.fromEntries(codeOf(config).map(({ framework, write }) => [framework, write()]));

const keras = FAMILIES.pplcnet.presets.find(({ id }) => id === 'keras')?.change;

/** Every other family in Keras and in one of the frameworks that have modules. */
const FAMILY_GOLDEN = Object.fromEntries(
  FAMILY_IDS.filter((id) => id !== 'pplcnet').flatMap((family, i) =>
    (['keras', i % 2 === 0 ? 'pytorch' : 'paddle'] as const).map(
      (framework) =>
        [`${family.replaceAll('-', '_')}_${framework}`, [framework, FAMILIES[family].defaults]] as const,
    ),
  ),
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

describe('only what the network needs appears in Keras', () => {
  const keras = (family: FamilyId, change: Partial<NetConfig>): string =>
    written({ ...FAMILIES[family].defaults, ...change }).keras ?? '';

  it('no SE, or SE without a condition', () => {
    const { se } = FAMILIES.ghostnet.defaults;
    expect(keras('ghostnet', { se: se.map(() => false) })).not.toMatch(/squeeze|se:|if block\.se/);
    expect(keras('ghostnet', { se: se.map(() => true) })).toMatch(/^ {4}y = squeeze_excite\(/m);
  });

  it('no strides where nothing shrinks, no condition where all blocks do', () => {
    const { strides, depths: published } = FAMILIES.ghostnet.defaults;
    expect(keras('ghostnet', { strides: strides.map(() => [1, 1]) })).not.toMatch(/stride[=:]|Padding/);
    const depths = published.map(() => 1);
    const all = keras('ghostnet', {
      depths,
      ...FAMILIES.ghostnet.blockDefaults(depths),
      strides: strides.map((): Pair => [2, 2]),
    });
    expect(all).toMatch(/^ {4}y = depthwise\([^]*^ {4}x = depthwise\(/m);
    expect(all).not.toMatch(/if block\.stride|if x\.shape|if 2/);
  });

  it('no padding layers where Keras pads as the network does', () => {
    const code = keras('shufflenetv2', { padding: 'same' });
    expect(code).not.toMatch(/ZeroPadding2D|ops\.pad|"valid"/);
  });

  it('no shuffle units where stages have one unit', () => {
    const depths = [1, 1, 1];
    const code = keras('shufflenetv2', { depths, ...FAMILIES.shufflenetv2.blockDefaults(depths) });
    expect(code).not.toMatch(/shuffle_unit|endswith/);
  });

  it('layers of activations that Keras has no function for', () => {
    const { activations } = FAMILIES['mobilenetv3-large'].defaults;
    expect(keras('mobilenetv3-large', {})).not.toMatch(/LeakyReLU|PReLU|alpha/);
    const one = activations.with(3, 'leakyrelu').with(4, 'prelu');
    expect(keras('mobilenetv3-large', { activations: one })).toMatch(
      /LeakyReLU\(0\.01[^]*PReLU\([^]*"alpha"/,
    );
  });
});

describe('what is offered', () => {
  it.each(FAMILY_IDS)('is %s in every framework', (family) => {
    expect(codeOf(FAMILIES[family].defaults).map(({ framework }) => framework)).toEqual(FRAMEWORKS);
  });

  it('has names that Python can import', () => {
    const files = codeOf(FAMILIES['mobilenetv3-small'].defaults);
    expect(files.map(({ label, fileName }) => `${label}: ${fileName}`)).toEqual([
      'PyTorch: mobilenetv3_small_pytorch.py',
      'Paddle: mobilenetv3_small_paddle.py',
      'Keras: mobilenetv3_small_keras.py',
    ]);
  });
});
