// Weight files: what is read from them, and what is said of damaged ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHalf } from '../../../src/lib/core/weights/half.ts';
import { readSafetensors } from '../../../src/lib/core/weights/safetensors.ts';
import { SafetensorsError } from '../../../src/lib/core/weights/safetensorsError.ts';
import { writeSafetensors } from '../../../src/lib/core/weights/writeSafetensors.ts';

const half = (bits: number): number => fromHalf(Uint16Array.of(bits))[0] as number;

function file(header: unknown, data: ArrayLike<number> = []): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const length = new Uint8Array(BigUint64Array.of(BigInt(text.length)).buffer);
  return Uint8Array.from([...length, ...text, ...Array.from(data)]);
}

describe('half precision', () => {
  it.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x7bff, 65504],
    [0x0400, 2 ** -14],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
  ])('%i is %f', (bits, value) => {
    expect(half(bits)).toBe(value);
  });

  it('keeps negative zero and what is no number', () => {
    expect(half(0x8000)).toBe(-0);
    expect(half(0x7e00)).toBeNaN();
  });
});

describe('safetensors', () => {
  it('reads floats of 16, 32 and 64 bits with their shapes, and the metadata; counters are left out', () => {
    const data = [
      ...new Uint8Array(Float32Array.of(1.5, -2).buffer),
      ...[0x00, 0x3c, 0x00, 0xc0],
      ...[0x80, 0x3f, 0x20, 0xc0],
      ...new Uint8Array(Float64Array.of(0.25).buffer),
      ...[7, 0, 0, 0, 0, 0, 0, 0],
    ];
    const { tensors, metadata } = readSafetensors(
      file(
        {
          __metadata__: { made: 'by hand' },
          a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
          b: { dtype: 'F16', shape: [1, 2], data_offsets: [8, 12] },
          c: { dtype: 'BF16', shape: [2], data_offsets: [12, 16] },
          d: { dtype: 'F64', shape: [], data_offsets: [16, 24] },
          'bn.num_batches_tracked': { dtype: 'I64', shape: [], data_offsets: [24, 32] },
        },
        data,
      ),
    );
    expect([...tensors]).toEqual([
      ['a', { shape: [2], data: Float32Array.of(1.5, -2) }],
      ['b', { shape: [1, 2], data: Float32Array.of(1, -2) }],
      ['c', { shape: [2], data: Float32Array.of(1, -2.5) }],
      ['d', { shape: [], data: Float32Array.of(0.25) }],
    ]);
    expect(metadata).toEqual({ made: 'by hand' });
  });

  it.each([
    [Uint8Array.of(1, 2, 3), 'a header of 8 bytes or more expected, got 3'],
    [Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 0, 1), 'a header of 255 bytes announced, but the file has 9'],
    [file('no json'), 'the header is not a JSON object'],
    [file('[]'), 'the header is not a JSON object'],
    [file({ a: {} }), 'a: dtype, shape and data_offsets expected'],
    [
      file({ a: { dtype: 'I8', shape: [2], data_offsets: [0, 2] } }, [1, 2]),
      'a: one of F32, F16, BF16, F64 expected, got I8',
    ],
    [
      file({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 4] } }, [0, 0, 0, 0]),
      'a: 8 bytes expected, got 4',
    ],
    [file({ a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] } }), 'a: bytes 0 to 4, but the data has 0'],
    [
      file({ a: { dtype: 'F32', shape: [1], data_offsets: [4, 0] } }, [0, 0, 0, 0]),
      'a: bytes 4 to 0, but the data has 4',
    ],
    [
      file({ a: { dtype: 'F32', shape: [2 ** 50, 2 ** 50, 0], data_offsets: [0, 0] }, b: {} }),
      'b: dtype, shape and data_offsets expected',
    ],
    [
      file({ a: { dtype: 'F32', shape: [-1, -1], data_offsets: [0, 4] } }, [0, 0, 0, 0]),
      'a: dtype, shape and data_offsets expected',
    ],
    [
      file(
        {
          a: { dtype: 'F16', shape: [2], data_offsets: [0, 4] },
          b: { dtype: 'F16', shape: [2], data_offsets: [2, 6] },
        },
        [0, 0, 0, 0, 0, 0],
      ),
      'b: a start at byte 4 of the data expected, got 2',
    ],
    [
      file({ a: { dtype: 'F16', shape: [1], data_offsets: [0, 2] } }, [0, 0, 0]),
      'the tensors end at byte 2 of 3',
    ],
    [
      file(
        '{"a":{"dtype":"F16","shape":[0],"data_offsets":[0,0]},"\\u0061":{"dtype":"F16","shape":[0],"data_offsets":[0,0]}}',
      ),
      'a: two tensors have this name',
    ],
    [file({ __metadata__: { made: 1 } }), '__metadata__: texts by name expected'],
    [file('['.repeat(1e6)), 'the header is not a JSON object'],
    [file(`{"a":${'['.repeat(1e6)}${']'.repeat(1e6)}}`), 'a: dtype, shape and data_offsets expected'],
    [
      Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 128, 123),
      'a header of 9223372036854775808 bytes announced, but the file has 9',
    ],
  ])('says what is wrong with a damaged file', (bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(new SafetensorsError(message));
  });

  it('reads back exactly what it writes', () => {
    const tensor = fc
      .tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }))
      .chain(([rows, columns]) =>
        fc
          .float32Array({ minLength: rows * columns, maxLength: rows * columns })
          .map((data) => ({ shape: [rows, columns], data: Float32Array.from(data) })),
      );
    // no such name: it would be a second set of metadata
    const name = fc.string().filter((text) => text !== '__metadata__' && text !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(name, tensor), fc.dictionary(name, fc.string()), (entries, metadata) => {
        const tensors = new Map(Object.entries(entries));
        const back = readSafetensors(writeSafetensors({ tensors, metadata }));
        expect(back.tensors).toEqual(tensors);
        expect({ ...back.metadata }).toEqual({ ...metadata });
      }),
      { seed: 1 },
    );
  });

  it('never fails in any other way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          readSafetensors(Uint8Array.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(SafetensorsError);
        }
      }),
    );
  });
});
