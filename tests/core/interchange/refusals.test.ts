// Files that are none of those that are read, damaged ones, and networks that cannot be set here: each with an error that says why.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { importWeights } from '../../../src/lib/core/interchange/importWeights.ts';
import { InterchangeError } from '../../../src/lib/core/interchange/interchangeError.ts';
import { OnnxError } from '../../../src/lib/core/onnx/onnxError.ts';
import { initialWeights } from '../../../src/lib/core/weights/initial.ts';
import { PickleError } from '../../../src/lib/core/weights/pickle/pickleError.ts';
import { SafetensorsError } from '../../../src/lib/core/weights/safetensorsError.ts';
import { WeightsError, type NamedTensor } from '../../../src/lib/core/weights/tensors.ts';
import { writeSafetensors } from '../../../src/lib/core/weights/writeSafetensors.ts';
import { bytesOf, FIXTURES } from './fixtures.ts';

const KINDS = [InterchangeError, OnnxError, PickleError, SafetensorsError, WeightsError];
const isSpecific = (error: unknown): boolean => KINDS.some((kind) => error instanceof kind);

const bytes = (...values: readonly (number | string)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(values.flatMap((v) => (typeof v === 'number' ? [v] : [...v].map((c) => c.charCodeAt(0)))));

describe('other files', () => {
  it.each<[Uint8Array<ArrayBuffer>, string]>([
    [bytes(), 'x is an empty file; read here are safetensors, pdparams, onnx'],
    [bytes('PK', 3, 4), 'x is a ZIP archive, as .pt, .pth and .keras files are (it begins with 50 4b 03 04)'],
    [bytes(0x89, 'HDF\r\n', 26, '\n'), 'x is an HDF5 file'],
    [bytes('<!doctype html>'), 'x is a text (it begins with 3c 21 64 6f 63 74 79 70)'],
    [bytes('{"mod": {"a": 1}}'), 'x is a text'],
    [bytes(28, 0, 0, 0, 'TFL3'), 'x is a TensorFlow Lite model'],
    [new Uint8Array(40), 'x is Paddle’s .pdiparams'],
    [bytes(1, 2, 3), 'x is a file of unknown kind (it begins with 01 02 03)'],
  ])('are named', (content, message) => {
    expect(() => importWeights({ bytes: content, fileName: 'x' })).toThrow(InterchangeError);
    expect(() => importWeights({ bytes: content, fileName: 'x' })).toThrow(message);
  });

  it('a header bomb is a safetensors file, and damaged', () => {
    expect(() => importWeights({ bytes: bytes(0, 0, 0, 0, 0, 0, 0, 128, '{') })).toThrow(SafetensorsError);
  });
});

const { pplcnet } = FAMILIES;
const SMALL: NetConfig = { ...pplcnet.defaults, scale: 0.1, classes: 3, lastConv: 16 };
const tensor = (...shape: readonly number[]): NamedTensor => ({
  shape,
  data: new Float32Array(shape.reduce((product, length) => product * length, 1)),
});

/** The small network with other tensors; undefined takes one out. */
function changed(change: Readonly<Record<string, NamedTensor | undefined>>, metadata = {}) {
  const tensors = new Map(initialWeights({ graph: pplcnet.build(SMALL), seed: 1 }));
  for (const [name, other] of Object.entries(change)) {
    if (other) tensors.set(name, other);
    else tensors.delete(name);
  }
  return writeSafetensors({ tensors, metadata });
}

describe('networks that do not fit', () => {
  it.each<[Readonly<Record<string, NamedTensor | undefined>>, string]>([
    [{ 'fc.bias': undefined }, 'fc.bias: a tensor expected, got nothing'],
    [{ 'blocks4.1.pw_conv.bn._mean': undefined }, 'blocks4.1.pw_conv.bn._mean: [16] expected, got nothing'],
    [{ 'aux.weight': tensor(2, 2) }, 'aux.weight: no such tensor expected, got [2, 2]'],
    [
      { 'conv1.conv.weight': tensor(8, 9, 3, 3) },
      "the tensors' shapes: input-channels 9: a whole number from 1 to 4 expected",
    ],
    [
      { 'conv1.conv.weight': tensor(12, 3, 3, 3) },
      'stem and stages of 12, 8, 8, 16, 24, 48 channels: multiples of 8',
    ],
    [{ 'blocks3.0.dw_conv.conv.weight': tensor(8, 1, 4, 4) }, "the tensors' shapes: kernels"],
    [
      { 'blocks3.0.dw_conv.conv.weight': tensor(8, 1, 3, 5) },
      'blocks3.0.dw_conv.conv.weight: [8, 1, 3, 3] expected, got [8, 1, 3, 5]',
    ],
    [
      { 'blocks6.0.se.conv1.weight': tensor(7, 24, 1, 1) },
      'SE squeezes 24 to 7, 48 to 12 channels: one reduction for all blocks expected',
    ],
    [{ 'blocks2.0.dw_conv.conv.weight': undefined }, "the tensors' shapes: depths [0,2,2,6,2]"],
    [{ 'fc.bias': tensor(4) }, 'fc.weight: [16, 4] expected, got [16, 3]'],
  ])('are refused: case %#', (change, message) => {
    expect(() => importWeights({ bytes: changed(change) })).toThrow(message);
  });

  it('names of another network are shown', () => {
    const tensors = new Map([['layer1.0.conv1.weight', tensor(1)]]);
    expect(() => importWeights({ bytes: writeSafetensors({ tensors, metadata: {} }) })).toThrow(
      '1 tensors (layer1.0.conv1.weight …): names of PP-LCNet as Paddle, timm or transformers give them expected',
    );
  });

  it('metadata that ask for what there is not are refused', () => {
    expect(() => importWeights({ bytes: changed({}, { family: 'pplcnet', scale: '99' }) })).toThrow(
      'metadata of the file: scale 99: a number from 0.1 to 4 expected',
    );
    expect(() => importWeights({ bytes: changed({}, { family: 'mobilenetv1' }) })).toThrow(WeightsError);
  });

  it('two names for one tensor are refused', () => {
    const twice = { 'conv_stem.weight': tensor(8, 3, 3, 3), 'classifier.bias': tensor(3) };
    expect(() => importWeights({ bytes: changed(twice) })).toThrow('are both conv1.conv.weight');
  });

  it('ten thousand blocks are counted and refused', () => {
    const tensors = new Map<string, NamedTensor>([
      ['conv1.conv.weight', tensor(8, 3, 3, 3)],
      ['fc.bias', tensor(1)],
      ...['blocks3', 'blocks4', 'blocks5', 'blocks6'].map(
        (s) => [`${s}.0.pw_conv.conv.weight`, tensor(8)] as const,
      ),
      ['blocks2.0.pw_conv.conv.weight', tensor(8)],
      ...Array.from({ length: 10_000 }, (_, i) => [`blocks2.${i}.dw_conv.conv.weight`, tensor(0)] as const),
      ...Array.from({ length: 10_000 }, (_, i) => [`blocks2.${i}.se.conv1.weight`, tensor(2, 8)] as const),
    ]);
    expect(() => importWeights({ bytes: writeSafetensors({ tensors, metadata: {} }) })).toThrow(
      'depths [10000,0,0,0,0]',
    );
  });
});

describe.each(FIXTURES.map(([file]) => file))('%s, damaged', (file) => {
  const whole = bytesOf(file);
  const intact = importWeights({ bytes: whole });

  it('is refused when it is cut off, wherever', () => {
    for (let percent = 0; percent < 100; percent++) {
      const part = whole.subarray(0, Math.floor((whole.length * percent) / 100));
      let thrown: unknown;
      try {
        importWeights({ bytes: part });
      } catch (error) {
        thrown = error;
      }
      expect(isSpecific(thrown), `at ${percent} %`).toBe(true);
    }
  });

  it('is refused or still a network when a byte is changed', () => {
    const NEAR_THE_START = 20_000;
    const place = fc.oneof(fc.nat({ max: NEAR_THE_START }), fc.nat({ max: whole.length - 1 }));
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, change) => {
        const flipped = whole.slice();
        flipped[at] = (flipped[at] ?? 0) ^ change;
        try {
          const { weights } = importWeights({ bytes: flipped });
          return weights.size === intact.weights.size;
        } catch (error) {
          return isSpecific(error);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

it('whatever the bytes, the error says which kind it is', () => {
  const start = fc.constantFrom(bytes(), bytes(0x80, 4), bytes(60, 0, 0, 0, 0, 0, 0, 0, '{"'), bytes(8, 7));
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 100 }), (head, tail) => {
      try {
        importWeights({ bytes: Uint8Array.of(...head, ...tail) });
        return false;
      } catch (error) {
        return isSpecific(error);
      }
    }),
    { seed: 1, numRuns: 1000 },
  );
});
