// `lcnet forward`: runs a network on the input of a safetensors file and writes its logits into another, for other people's scripts.
import type { Shape } from '../lib/core/graph/ir.ts';
import { readSafetensors } from '../lib/core/weights/safetensors.ts';
import type { NamedTensor } from '../lib/core/weights/tensors.ts';
import { writeSafetensors } from '../lib/core/weights/writeSafetensors.ts';
import { type Values } from './architecture.ts';
import { oneOf, type Command } from './command.ts';
import { Failure } from './failure.ts';
import { NODE_DEVICES, openDevice } from './openDevice.ts';
import { bytesOfFile, readingFile, WEIGHT_OPTIONS, weightedNetwork } from './weighted.ts';
import { write } from './write.ts';

const INPUT = 'input';
const OUTPUT = 'output';

interface Images {
  readonly batch: number;
  readonly shape: Shape;
  /** Image by image, height × width × channels. */
  readonly values: Float32Array<ArrayBuffer>;
}

/** N × C × H × W to N × H × W × C. */
function channelsLast({ shape, data }: NamedTensor): Images {
  const [batch = 0, channels = 0, height = 0, width = 0] = shape;
  const values = new Float32Array(data.length);
  const area = height * width;
  for (let n = 0; n < batch; n++)
    for (let c = 0; c < channels; c++)
      for (let i = 0; i < area; i++)
        values[(n * area + i) * channels + c] = data[(n * channels + c) * area + i] as number;
  return { batch, shape: [height, width, channels], values };
}

function readInput(path: string): Images {
  const bytes = bytesOfFile('--input', path);
  const tensors = readingFile('--input', path, () => readSafetensors(bytes).tensors);
  const tensor = tensors.get(INPUT);
  if (!tensor) {
    const names = [...tensors.keys()].slice(0, 5).join(', ');
    throw new Failure(`--input ${path}: a tensor ${INPUT} expected, got ${names || 'none'}`);
  }
  if (tensor.shape.length !== 4 || tensor.data.length === 0)
    throw new Failure(
      `--input ${path}: ${INPUT} of N × C × H × W expected, got [${tensor.shape.join(', ')}]`,
    );
  return channelsLast(tensor);
}

function pathOf(values: Values, option: string): string {
  const path = values[option];
  if (typeof path !== 'string') throw new Failure(`--${option}: a file expected`);
  return path;
}

export const forward: Command = {
  name: 'forward',
  about: `logits of the tensor ${INPUT} (N × C × H × W) of a safetensors file, written as ${OUTPUT} (N × classes)`,
  architecture: true,
  options: {
    ...WEIGHT_OPTIONS,
    input: {
      type: 'string',
      about: `safetensors file with ${INPUT}; its size is the network's unless --resolution says another`,
    },
    out: { type: 'string', about: 'safetensors file to write' },
    device: { type: 'string', about: NODE_DEVICES.join(' | ') },
  },
  run: async (values) => {
    const path = pathOf(values, 'input');
    const out = pathOf(values, 'out');
    const device = oneOf(values, 'device', NODE_DEVICES);
    const images = readInput(path);
    const [height, width, channels] = images.shape;
    // the size of the images is a setting like any other, and the last to be decided
    const sized = { resolution: `${height}x${width}`, ...values };
    const { config, graph, weights } = await weightedNetwork(sized);
    const expected = graph.nodes[0]?.shape ?? [0, 0, 0];
    if (expected.some((length, i) => length !== images.shape[i]))
      throw new Failure(
        `--input ${path}: images of ${expected[2]} × ${expected[0]} × ${expected[1]} (C × H × W) expected, got ${channels} × ${height} × ${width}`,
      );
    const runtime = await openDevice(device);
    try {
      const network = runtime.compile({ graph, weights });
      const data = await network.run({ input: images.values, batch: images.batch });
      const tensors = new Map([[OUTPUT, { shape: [images.batch, config.classes], data }]]);
      write('out', out, writeSafetensors({ tensors, metadata: {} }));
      return '';
    } finally {
      runtime.close();
    }
  },
};
