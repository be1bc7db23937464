// `lcnet evaluate`: top-1 of a network with the trained weights of its task, tried on test images as the page does.
import { FAMILIES } from '../lib/core/families/index.ts';
import { top1Of } from '../lib/core/trained/predictions.ts';
import { writeOptions } from '../lib/core/options.ts';
import { isEngineError } from '../lib/engines/errors.ts';
import { evaluated } from '../lib/engines/trained/evaluate.ts';
import { readTaskData } from '../lib/engines/trained/taskData.ts';
import { trainedWeights } from '../lib/engines/trained/weights.ts';
import { architecture, type Values } from './architecture.ts';
import { numberOf, oneOf, type Command } from './command.ts';
import { Failure } from './failure.ts';
import { NODE_DEVICES, openDevice } from './openDevice.ts';
import { readSiteFile } from './siteFiles.ts';
import { refuseUntrained } from './trainedSettings.ts';

const TEST_IMAGES = 10_000;

async function evaluate(values: Values) {
  const images = numberOf(values, 'images', {
    min: 1,
    max: TEST_IMAGES,
    standard: TEST_IMAGES,
    integer: true,
  });
  const device = oneOf(values, 'device', NODE_DEVICES);
  const config = architecture(values);
  refuseUntrained(config);
  const graph = FAMILIES[config.family].build(config);
  const data = await readTaskData(readSiteFile, () => undefined);
  const runtime = await openDevice(device);
  try {
    const begin = performance.now();
    const weights = await trainedWeights({ graph, data, runtime });
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
  about: 'top-1 on the test images of a task whose weights come with this program: --task fashion-mnist',
  architecture: true,
  options: {
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
