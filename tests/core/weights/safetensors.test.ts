// Weight files: what is read from them, and what is said of damaged ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHalf } from '../../../src/lib/core/weights/half.ts';
import { readSafetensors, SafetensorsError } from '../../../src/lib/core/weights/safetensors.ts';

const half = (bits: number): number => fromHalf(new DataView(Uint16Array.of(bits).buffer))[0] as number;

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
  it('reads tensors of 16 and 32 bits with their shapes, whatever stands in the metadata', () => {
    const data = [...new Uint8Array(Float32Array.of(1.5, -2).buffer), 0x00, 0x3c, 0x00, 0xc0];
    const tensors = readSafetensors(
      file(
        {
          __metadata__: { made: 'by hand' },
          a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] },
          b: { dtype: 'F16', shape: [1, 2], data_offsets: [8, 12] },
        },
        data,
      ),
    );
    expect([...tensors]).toEqual([
      ['a', { shape: [2], data: Float32Array.of(1.5, -2) }],
      ['b', { shape: [1, 2], data: Float32Array.of(1, -2) }],
    ]);
  });

  it.each([
    [Uint8Array.of(1, 2, 3), 'a header of 8 bytes or more expected, got 3'],
    [Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 0, 1), 'a header of 255 bytes announced, but the file has 9'],
    [file('no json'), 'the header is not a JSON object'],
    [file('[]'), 'the header is not a JSON object'],
    [file({ a: {} }), 'a: dtype, shape and data_offsets expected'],
    [file({ a: { dtype: 'I8', shape: [], data_offsets: [0, 1] } }), 'a: one of F32, F16 expected, got I8'],
    [file({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 4] } }), 'a: 8 bytes expected, got 0 to 4 of 0'],
    [file({ a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] } }), 'a: 4 bytes expected, got 0 to 4 of 0'],
  ])('says what is wrong with a damaged file', (bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(new SafetensorsError(message));
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
