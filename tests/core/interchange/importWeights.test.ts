// Weight files of other programs: which network they are for, and that it computes what those programs compute.
import { describe, expect, it } from 'vitest';
import { RECIPES } from '../../../src/lib/core/image/recipe.ts';
import { importWeights, type ImportedNetwork } from '../../../src/lib/core/interchange/importWeights.ts';
import { defaultConfig, writeOptions } from '../../../src/lib/core/options.ts';
import { referenceSteps } from '../../../src/lib/core/reference/run.ts';
import { checkWeights } from '../../../src/lib/core/weights/tensors.ts';
import { bytesOf, FIXTURES, furthest, graphOf, picture } from './fixtures.ts';

const TOLERANCE = 1e-4;

const logitsOf = (network: ImportedNetwork) => {
  const steps = [
    ...referenceSteps({ graph: graphOf(network), weights: network.weights, input: picture, batch: 1 }),
  ];
  return steps.at(-1)?.output ?? [];
};

describe.each(FIXTURES)('%s', (file, expected) => {
  const network = importWeights({ bytes: bytesOf(file) });

  it('gives the logits of the program that wrote it', () => {
    const found = logitsOf(network);
    expect(found).toHaveLength(expected.length);
    expect(furthest(found, expected)).toBeLessThan(TOLERANCE);
  });

  it('gives exactly the tensors that the network needs', () => {
    expect(() => {
      checkWeights(graphOf(network), network.weights);
    }).not.toThrow();
  });

  it('would give others if dropout were taken differently', () => {
    const inverted = network.config.dropoutMode === 'inverted';
    const config = {
      ...network.config,
      dropout: 0.2,
      dropoutMode: inverted ? 'downscale' : 'inverted',
    } as const;
    expect(furthest(logitsOf({ ...network, config }), expected)).toBeGreaterThan(100 * TOLERANCE);
  });
});

const NOT_TOLD = [
  'resolution',
  'strides',
  'activation',
  'gate',
  'dropout',
  'dropoutMode',
  'padding',
  'bnEpsilon',
];

describe('the network', () => {
  it("of timm's file is ×0.35 with a bias, and without dropout", () => {
    const { format, naming, config, assumed, recipe } = importWeights({
      bytes: bytesOf('lcnet_035.safetensors'),
    });
    expect({ format, naming, assumed }).toEqual({ format: 'safetensors', naming: 'timm', assumed: NOT_TOLD });
    expect(config).toEqual({
      ...defaultConfig,
      scale: 0.35,
      classes: 7,
      lastConvBias: true,
      dropout: 0,
      dropoutMode: 'inverted',
    });
    expect(recipe).toEqual(RECIPES.timm);
  });

  it("of Paddle's file is ×0.25, and all else as in the official code", () => {
    const { format, naming, config, assumed, recipe } = importWeights({
      bytes: bytesOf('pplcnet_x0_25.pdparams'),
    });
    expect({ format, naming, assumed }).toEqual({ format: 'pdparams', naming: 'paddle', assumed: NOT_TOLD });
    expect(writeOptions(config)).toEqual([
      ['scale', '0.25'],
      ['classes', '5'],
    ]);
    expect(recipe).toEqual(RECIPES.paddleclas);
  });
});
