// The one codec behind URLs, the command line and JSON files.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/lib/core/config/problem.ts';
import {
  defaultConfig,
  OPTION_NAMES,
  readConfig,
  settingOf,
  writeOptions,
  type Candidates,
} from '../../src/lib/core/options.ts';
import { anyNetwork } from './anyConfig.ts';

const readText = (options: readonly (readonly [string, string])[]) =>
  readConfig(Object.fromEntries(options.map(([option, text]) => [settingOf(option), text])) as Candidates);

describe('writing', () => {
  it('writes nothing for the default network', () => {
    expect(writeOptions(defaultConfig)).toEqual([]);
  });

  it('and reading again gives back any network, from text and from JSON', () => {
    fc.assert(
      fc.property(anyNetwork, (config) => {
        expect(readText(writeOptions(config))).toEqual({ config, problems: [] });
        expect(readConfig(JSON.parse(JSON.stringify(config)) as typeof config)).toEqual({
          config,
          problems: [],
        });
      }),
      { seed: 1 },
    );
  });
});

describe('reading', () => {
  it('never throws and always yields a complete network, whatever the text', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...OPTION_NAMES), fc.string()), (options) => {
        const { config } = readText(Object.entries(options));
        expect(Object.keys(config)).toEqual(Object.keys(defaultConfig));
      }),
      { seed: 1 },
    );
  });

  it('gives added blocks the kernel and SE of the last block of their stage', () => {
    const { config } = readConfig({ depths: '1,2,2,7,3' });
    expect(config.kernels.join('')).toBe('333333555555555');
    expect(config.se.filter(Boolean)).toHaveLength(3);
  });

  it('takes the official stride list with pairs, with or without the outer brackets', () => {
    for (const strides of ['2,[2,1],[2,1],[2,1],[2,1]', '[2,[2,1],[2,1],[2,1],[2,1]]'])
      expect(readConfig({ strides }).config.strides.at(-1)).toEqual([2, 1]);
  });

  it.each([
    ['kernels', '333', '--kernels 333: 13 digits expected, one per block, got 3'],
    ['kernels', '3333335555554', '--kernels 3333335555554: only the digits 3, 5, 7 are allowed'],
    ['scale', '9', '--scale 9: a number from 0.1 to 4 expected'],
    ['scale', '', '--scale : a number from 0.1 to 4 expected'],
    ['scale', 'NaN', '--scale NaN: a number from 0.1 to 4 expected'],
    ['resolution', '27', '--resolution 27: a size from 28 to 512, or HEIGHTxWIDTH such as 192x256, expected'],
    [
      'activation',
      'gelu',
      '--activation gelu: one of hardswish, relu, relu6, leakyrelu, prelu, elu, swish expected',
    ],
    [
      'strides',
      '2,2,3,2,2',
      '--strides 2,2,3,2,2: 5 strides expected, separated by commas, each 1, 2 or a pair [height,width] such as [2,1]',
    ],
    ['lastConvBias', 'yes', '--last-conv-bias yes: one of 0, 1 expected'],
    ['depths', '16,16,16,16,16', '--depths 16,16,16,16,16: at most 64 blocks in all'],
  ] as const)('refuses %s %s with one clear line and keeps the default', (name, text, line) => {
    const { config, problems } = readConfig({ [name]: text });
    expect(config).toEqual(defaultConfig);
    expect(problems.map((problem) => describeProblem(problem))).toEqual([line]);
  });
});
