// `lcnet import`: which network a weight file is for, and what the file does not tell.
import { SETTINGS } from '../lib/core/config/settings.ts';
import { FAMILIES } from '../lib/core/families/index.ts';
import { importWeights } from '../lib/core/interchange/importWeights.ts';
import { writeOptions } from '../lib/core/options.ts';
import type { Command } from './command.ts';
import { Failure } from './failure.ts';
import { bytesOfFile, readingFile } from './weighted.ts';

function found(path: string) {
  const bytes = bytesOfFile('FILE', path);
  const { format, naming, config, weights, assumed, recipe } = readingFile('FILE', path, () =>
    importWeights({ bytes, fileName: path }),
  );
  const options: Readonly<Record<string, string>> = Object.fromEntries(writeOptions(config));
  return {
    format,
    naming,
    config: { family: config.family, ...options },
    assumed: assumed.map((name) => SETTINGS[name].option),
    tensors: weights.size,
    values: [...weights.values()].reduce((sum, { data }) => sum + data.length, 0),
    classes: config.classes,
    recipe,
  };
}

export const importCommand: Command = {
  name: 'import',
  about: 'which network a weight file is for: safetensors, Paddle .pdparams, ONNX',
  architecture: false,
  words: 'FILE',
  options: {
    json: {
      type: 'boolean',
      about: 'print {format, naming, config, assumed, tensors, values, classes, recipe}',
    },
  },
  run: (values, words) => {
    const [path, ...others] = words;
    if (path === undefined || others.length > 0)
      throw new Failure(`import: one FILE expected, got ${words.length}`);
    const network = found(path);
    if (values['json']) return JSON.stringify(network, null, 2);
    const { family, ...options } = network.config;
    const written = Object.entries(options).map(([option, value]) => `--${option} ${String(value)}`);
    return [
      `${FAMILIES[family].label}, ${network.format}, names of ${network.naming}: ${network.tensors} tensors, ${network.values} values`,
      `options: ${written.join(' ') || 'none, the defaults'}`,
      ...(network.assumed.length > 0 ? [`not in the file: ${network.assumed.join(', ')}`] : []),
    ].join('\n');
  },
};
