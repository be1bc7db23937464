// `lcnet evaluate`: top-1 of a network on the test images of its task, with the weights trained for it or those of a file.
import { FAMILIES } from '../lib/core/families/index.ts';
import { takesTestImages, TRAINED_DEFAULTS } from '../lib/core/trained/covers.ts';
import { top1Of } from '../lib/core/trained/predictions.ts';
import { writeOptions } from '../lib/core/options.ts';
import { isEngineError } from '../lib/engines/errors.ts';
import { evaluated } from '../lib/engines/trained/evaluate.ts';
import type { Runtime } from '../lib/engines/engine.ts';
import { readTaskData, type TaskData } from '../lib/engines/trained/taskData.ts';
import { trainedWeights } from '../lib/engines/trained/weights.ts';
import { architecture, type Values } from './architecture.ts';
import { numberOf, oneOf, type Command } from './command.ts';
import { Failure } from './failure.ts';
import { NODE_DEVICES, openDevice } from './openDevice.ts';
import { readSiteFile } from './siteFiles.ts';
import { refuseUntrained } from './trainedSettings.ts';
import { WEIGHT_OPTIONS, weightedNetwork, type WeightedNetwork } from './weighted.ts';

const TEST_IMAGES = 10_000;

interface Place {
  readonly data: TaskData;
  readonly runtime: Runtime;
}

type Network = Pick<WeightedNetwork, 'config' | 'graph' | 'weights'>;

/** Cut out of the trained super-network unless a file or a seed is named. */
async function networkOf(values: Values, { data, runtime }: Place): Promise<Network> {
  const { weights: file = 'trained', seed } = values;
  if (file === 'trained' && seed === undefined) {
    const config = architecture(values);
    refuseUntrained(config);
    const graph = FAMILIES[config.family].build(config);
    return { config, graph, weights: await trainedWeights({ graph, data, runtime }) };
  }
  const network = await weightedNetwork(values);
  const { task, resolution, inputChannels, classes } = TRAINED_DEFAULTS;
  const found = network.config;
  if (!takesTestImages({ ...found, task }))
    throw new Failure(
      `--weights: test images come with this program for ${task} alone: ${resolution.join(' × ')} pixels, ${inputChannels} channel, ${classes} classes expected, got ${found.resolution.join(' × ')}, ${found.inputChannels}, ${found.classes}`,
    );
  return network;
}

async function evaluate(values: Values) {
  const images = numberOf(values, 'images', {
    min: 1,
    max: TEST_IMAGES,
    standard: TEST_IMAGES,
    integer: true,
  });
  const device = oneOf(values, 'device', NODE_DEVICES);
  const data = await readTaskData(readSiteFile, () => undefined);
  const runtime = await openDevice(device);
  try {
    const begin = performance.now();
    const { config, graph, weights } = await networkOf(values, { data, runtime });
    const network = runtime.compile({ graph, weights });
    const predictions: number[] = [];
    const parts = evaluated({
      images: data.images,
      classes: config.classes,
      from: 0,
      to: images,
      run: (input, batch) => network.run({ input, batch }),
    });
    for await (const part of parts) predictions.push(...part.predictions);
    const ms = performance.now() - begin;
    network.dispose();
    const { share, interval } = top1Of(Uint8Array.from(predictions), data.labels);
    const percent = (value: number) => Number((100 * value).toFixed(4));
    return {
      config: Object.fromEntries(writeOptions(config)),
      device: runtime.facts,
      top1: percent(share),
      interval: [percent(interval.low), percent(interval.high)] as const,
      images,
      ms: Math.round(ms),
    };
  } finally {
    runtime.close();
  }
}

export const evaluateCommand: Command = {
  name: 'evaluate',
  about: 'top-1 on the test images of a task that come with this program: --task fashion-mnist',
  architecture: true,
  options: {
    ...WEIGHT_OPTIONS,
    images: { type: 'string', about: `how many test images, from the first one: ${TEST_IMAGES}` },
    device: { type: 'string', about: NODE_DEVICES.join(' | ') },
    json: { type: 'boolean', about: 'print {config, device, top1, interval, images, ms}; top-1 in percent' },
  },
  run: async (values) => {
    try {
      const result = await evaluate(values);
      if (values['json']) return JSON.stringify(result, null, 2);
      const [low, high] = result.interval;
      return (
        `top-1 ${result.top1.toFixed(2)} % (${low.toFixed(2)} to ${high.toFixed(2)}, 95 %) on ${result.images} images, ` +
        `${result.ms} ms with ${result.device.runtime}, ${result.device.device}`
      );
    } catch (error) {
      if (isEngineError(error, 'data')) throw new Failure(error.message);
      throw error;
    }
  },
};
