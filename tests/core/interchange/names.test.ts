// The same network under the names of each program, and the settings that names and shapes tell.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { makeDivisible } from '../../../src/lib/core/graph/rounding.ts';
import { exportSafetensors } from '../../../src/lib/core/interchange/exportWeights.ts';
import { importWeights } from '../../../src/lib/core/interchange/importWeights.ts';
import { initialWeights } from '../../../src/lib/core/weights/initial.ts';
import type { NamedTensor, NamedTensors } from '../../../src/lib/core/weights/tensors.ts';
import { writeSafetensors } from '../../../src/lib/core/weights/writeSafetensors.ts';
import { anyNetwork } from '../anyConfig.ts';
import { differing } from './fixtures.ts';

const { pplcnet } = FAMILIES;
const SMALL: NetConfig = { ...pplcnet.defaults, scale: 0.1, classes: 3, lastConv: 16 };

const weightsOf = (config: NetConfig) =>
  initialWeights({ graph: FAMILIES[config.family].build(config), seed: 1 });

const file = (tensors: NamedTensors) => writeSafetensors({ tensors, metadata: {} });

const transposed = ({ shape: [rows = 0, columns = 0], data }: NamedTensor): NamedTensor => ({
  shape: [columns, rows],
  data: Float32Array.from(data, (_, i) => data[(i % rows) * columns + Math.floor(i / rows)] ?? NaN),
});

type Rename = (name: string) => string;
const statistics: Rename = (name) =>
  name.replace('_mean', 'running_mean').replace('_variance', 'running_var');

const timm: Rename = (name) =>
  statistics(name)
    .replace(/^conv1\.conv/, 'conv_stem')
    .replace(/^conv1\.bn/, 'bn1')
    .replace(/^last_conv/, 'conv_head')
    .replace(/^fc/, 'classifier')
    .replace(/^blocks5\.([01])\./, 'blocks.3.$1.')
    .replace(/^blocks5\.([2-5])\./, (_, block: string) => `blocks.4.${Number(block) - 2}.`)
    .replace(/^blocks6\./, 'blocks.5.')
    .replace(/^blocks([234])\./, (_, stage: string) => `blocks.${Number(stage) - 2}.`)
    .replace('dw_conv.conv', 'conv_dw')
    .replace('dw_conv.bn', 'bn1')
    .replace('pw_conv.conv', 'conv_pw')
    .replace('pw_conv.bn', 'bn2')
    .replace('se.conv1', 'se.conv_reduce')
    .replace('se.conv2', 'se.conv_expand');

const huggingFace =
  (stem: string, head: string, se: readonly [string, string]): Rename =>
  (name) =>
    statistics(name)
      .replace(/^conv1\./, `${stem}.convolution.`)
      .replace(
        /^blocks(\d)\.(\d)\./,
        (_, s: string, b: string) => `encoder.blocks.${Number(s) - 2}.layers.${b}.`,
      )
      .replace('dw_conv', 'depthwise_convolution')
      .replace('pw_conv', 'pointwise_convolution')
      .replace('se.conv1', `squeeze_excitation_module.${se[0]}`)
      .replace('se.conv2', `squeeze_excitation_module.${se[1]}`)
      .replace('.conv.', '.convolution.')
      .replace('.bn.', '.normalization.')
      .replace(/^last_conv/, 'last_convolution')
      .replace(/^fc/, head);

const NAMES: readonly (readonly [title: string, naming: string, rename: Rename])[] = [
  ['timm', 'timm', timm],
  ['transformers of 2026', 'transformers', huggingFace('embedder', 'fc', ['convolution1', 'convolution2'])],
  ['PaddleX', 'transformers', huggingFace('encoder', 'head', ['convolutions.0', 'convolutions.2'])],
  ['the first version of transformers', 'transformers', (name) => `model.${statistics(name)}`],
  ['PyTorch with the official modules', 'torch', statistics],
];

describe.each(NAMES)('names of %s', (_title, naming, rename) => {
  const official = weightsOf(SMALL);
  const renamed = new Map(
    [...official].map(([name, tensor]) => [rename(name), name === 'fc.weight' ? transposed(tensor) : tensor]),
  );

  it('give the same tensors in the same layouts', () => {
    const found = importWeights({ bytes: file(renamed) });
    expect(found.naming).toBe(naming);
    expect(differing(found.weights, official)).toEqual([]);
  });

  it('are what errors name', () => {
    const wrong = new Map(renamed);
    const name = rename('blocks6.1.se.conv2.bias');
    wrong.set(name, { shape: [2], data: new Float32Array(2) });
    expect(() => importWeights({ bytes: file(wrong) })).toThrow(`${name}: [48] expected, got [2]`);
    const linear = new Map(renamed).set(rename('fc.weight'), { shape: [3, 5], data: new Float32Array(15) });
    expect(() => importWeights({ bytes: file(linear) })).toThrow(
      `${rename('fc.weight')}: [3, 16] expected, got [3, 5]`,
    );
  });
});

describe('own files', () => {
  it('tell every setting of every family: nothing is assumed', () => {
    fc.assert(
      fc.property(anyNetwork, (drawn) => {
        // small networks: the settings matter here
        const config: NetConfig = { ...drawn, scale: 0.1, classes: 2, lastConv: drawn.lastConv && 64 };
        const weights = weightsOf(config);
        const found = importWeights({ bytes: exportSafetensors({ config, weights }) });
        expect(found).toMatchObject({ format: 'safetensors', naming: 'own', config, assumed: [] });
        expect(differing(found.weights, weights)).toEqual([]);
      }),
      { seed: 1, numRuns: 20 },
    );
  });
});

const channelsOf = (config: NetConfig) => config.widths.map((width) => makeDivisible(width * config.scale));

describe('the architecture of any PP-LCNet', () => {
  it('is read off the shapes, up to what no file tells', () => {
    const choice = fc.record({
      scale: fc.constantFrom(0.1, 0.17, 0.25),
      depths: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
      kernel: fc.constantFrom(3 as const, 5 as const, 7 as const),
      se: fc.func(fc.boolean()),
      seReduction: fc.constantFrom(2, 4, 8),
      inputChannels: fc.integer({ min: 1, max: 4 }),
      classes: fc.integer({ min: 1, max: 9 }),
      lastConv: fc.constantFrom(0, 24),
    });
    fc.assert(
      fc.property(choice, ({ kernel, se, ...drawn }) => {
        const blocks = Array.from({ length: drawn.depths.reduce((sum, d) => sum + d, 0) }, (_, i) => i);
        const config: NetConfig = {
          ...pplcnet.defaults,
          ...drawn,
          kernels: blocks.map((i) => (i % 2 ? kernel : 3)),
          se: blocks.map((i) => se(i)),
        };
        const original = weightsOf(config);
        const { config: found, weights } = importWeights({ bytes: file(original) });
        expect(channelsOf(found)).toEqual(channelsOf(config));
        // several scales and reductions give the same few channels
        const { scale, widths, seReduction } = config;
        expect({ ...found, scale, widths, seReduction }).toEqual(config);
        expect(differing(weights, original)).toEqual([]);
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it('has the published scale where one fits, and widths of its own where no scale does', () => {
    for (const scale of pplcnet.scales.slice(0, 4)) {
      const { config } = importWeights({ bytes: file(weightsOf({ ...SMALL, scale })) });
      expect(config.scale).toBe(scale);
    }
    const widths = [8, 48, 16, 24, 32, 40];
    const { config } = importWeights({ bytes: file(weightsOf({ ...SMALL, scale: 1, widths })) });
    expect(config).toMatchObject({ scale: 1, widths });
  });
});
