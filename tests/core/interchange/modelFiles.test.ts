// Models taken away: what comes back in is the same network with the same weights; files have the names that programs expect.
import { describe, expect, test } from 'vitest';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { defaultsFor } from '../../../src/lib/core/families/tasks.ts';
import { fileStem } from '../../../src/lib/core/fileName.ts';
import { importWeights } from '../../../src/lib/core/interchange/importWeights.ts';
import { modelFile, modelFiles } from '../../../src/lib/core/interchange/modelFiles.ts';
import type { ModelRequest } from '../../../src/lib/core/interchange/modelForms.ts';
import { untrainedWeights } from '../../../src/lib/core/weights/untrained.ts';
import { stored } from './stored.ts';

function network(config: NetConfig) {
  const graph = FAMILIES[config.family].build(config);
  return { config, graph, weights: untrainedWeights({ graph, seed: 1 }) };
}

const small = network({
  ...defaultsFor(FAMILIES.pplcnet, 'fashion-mnist'),
  scale: 0.25,
  lastConvBias: true,
  activation: 'prelu',
});

describe('a network that went out comes back', () => {
  test.each<ModelRequest>([{ format: 'safetensors' }, { format: 'onnx', norms: 'kept', batch: 'N' }])(
    'as $format',
    (request) => {
      const [file] = modelFiles(small, request);
      const found = importWeights({ bytes: file?.bytes ?? new Uint8Array() });
      expect(found.config).toEqual(small.config);
      expect([...found.weights.keys()].sort()).toEqual([...small.weights.keys()].sort());
      for (const [name, { data }] of found.weights) expect(data).toEqual(small.weights.get(name)?.data);
    },
  );
});

test('files are called after the network, or as programs expect', () => {
  const names = (request: ModelRequest) => modelFiles(small, request).map(({ name }) => name);
  const stem = fileStem(small.config);
  expect(names({ format: 'onnx', norms: 'folded', batch: 1 })).toEqual([`${stem}.onnx`]);
  expect(names({ format: 'safetensors' })).toEqual([`${stem}.safetensors`]);
  expect(names({ format: 'tfjs' })).toEqual(['model.json', 'weights.bin']);
});

/** Compared value by value, a million bytes take half a minute. */
const isSame = (a: Uint8Array, b: Uint8Array | undefined): boolean =>
  b !== undefined && Buffer.compare(a, b) === 0;

test('several files of a format are one archive with a folder, one file stays what it is', () => {
  const folder = `${fileStem(small.config)}-tfjs`;
  const { name, bytes } = modelFile(small, { format: 'tfjs' });
  expect(name).toBe(`${folder}.zip`);
  const files = stored(bytes);
  const inside = modelFiles(small, { format: 'tfjs' });
  expect(files.map((file) => file.name)).toEqual(inside.map((file) => `${folder}/${file.name}`));
  expect(files.every((file, i) => isSame(file.bytes, inside[i]?.bytes))).toBe(true);
  const [safetensors] = modelFiles(small, { format: 'safetensors' });
  const single = modelFile(small, { format: 'safetensors' });
  expect(single.name).toBe(safetensors?.name);
  expect(isSame(single.bytes, safetensors?.bytes)).toBe(true);
});
