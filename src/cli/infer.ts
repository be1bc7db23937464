// `lcnet infer`: the classes that a network sees in a picture, prepared as the source of its weights does it.
import { preprocess } from '../lib/core/image/preprocess.ts';
import type { Picture } from '../lib/core/image/resample.ts';
import { classNamesOf } from '../lib/core/classNames.ts';
import { likeliest } from '../lib/core/classScores.ts';
import { numberOf, oneOf, type Command } from './command.ts';
import { Failure } from './failure.ts';
import { NODE_DEVICES, openDevice } from './openDevice.ts';
import { writeOptions } from '../lib/core/options.ts';
import type { Values } from './architecture.ts';
import { bytesOfFile, WEIGHT_OPTIONS, weightedNetwork } from './weighted.ts';

/** Upright, as its camera meant it. */
async function pictureOf(path: string): Promise<Picture> {
  const bytes = bytesOfFile('IMAGE', path);
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(bytes)
      .rotate()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Failure(`IMAGE ${path}: a picture (PNG, JPEG, WebP, AVIF, GIF, TIFF) expected, got: ${reason}`);
  }
}

async function infer(values: Values, path: string) {
  const top = numberOf(values, 'top', { min: 1, max: 1000, standard: 5, integer: true });
  const device = oneOf(values, 'device', NODE_DEVICES);
  const image = await pictureOf(path);
  const { config, graph, weights, recipe } = await weightedNetwork(values);
  const { tensor } = preprocess({
    image,
    resolution: config.resolution,
    channels: config.inputChannels,
    recipe,
    inverted: values['invert'] === true,
  });
  const runtime = await openDevice(device);
  try {
    const network = runtime.compile({ graph, weights });
    const logits = await network.run({ input: tensor.data, batch: 1 });
    const names = classNamesOf(config);
    const classes = likeliest(logits, top).map(({ index, probability }) => ({
      index,
      name: names[index],
      probability,
      logit: logits[index],
    }));
    return { config: Object.fromEntries(writeOptions(config)), recipe, device: runtime.facts, classes };
  } finally {
    runtime.close();
  }
}

export const inferCommand: Command = {
  name: 'infer',
  about: 'the classes that a network sees in a picture',
  architecture: true,
  words: 'IMAGE',
  options: {
    ...WEIGHT_OPTIONS,
    top: { type: 'string', about: 'how many classes, the likeliest first: 5' },
    invert: { type: 'boolean', about: 'exchange light and dark: Fashion-MNIST is light on black' },
    device: { type: 'string', about: NODE_DEVICES.join(' | ') },
    json: { type: 'boolean', about: 'print {config, recipe, device, classes}' },
  },
  run: async (values, words) => {
    const [path, ...others] = words;
    if (path === undefined || others.length > 0)
      throw new Failure(`infer: one IMAGE expected, got ${words.length}`);
    const result = await infer(values, path);
    if (values['json']) return JSON.stringify(result, null, 2);
    const note = typeof values['weights'] === 'string' ? [] : ['untrained weights: the classes mean nothing'];
    const rows = result.classes.map(({ index, name = '', probability }) =>
      `${(100 * probability).toFixed(2).padStart(6)} %  ${String(index).padStart(4)}  ${name}`.trimEnd(),
    );
    return [...rows, ...note].join('\n');
  },
};
