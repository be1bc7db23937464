// Grey pixels as a BMP: header, palette, and rows padded to four bytes.
import { expect, it } from 'vitest';
import { greyBitmap } from '../../../src/lib/views/diagram/greyBitmap.ts';

it('holds the pixels, row by row from the top', () => {
  const url = greyBitmap({ width: 3, height: 2, pixels: Uint8Array.of(0, 128, 255, 1, 2, 3) });
  const [type, data] = url.split(',');
  expect(type).toBe('data:image/bmp;base64');
  const bytes = Buffer.from(data ?? '', 'base64');
  expect(bytes.toString('latin1', 0, 2)).toBe('BM');
  expect(bytes.readUInt32LE(2)).toBe(bytes.length);
  expect([bytes.readInt32LE(18), bytes.readInt32LE(22)]).toEqual([3, -2]);
  const start = bytes.readUInt32LE(10);
  expect([...bytes.subarray(start)]).toEqual([0, 128, 255, 0, 1, 2, 3, 0]);
  // the palette is grey: shade n is n, n, n
  expect([...bytes.subarray(54 + 4 * 200, 54 + 4 * 201)]).toEqual([200, 200, 200, 0]);
});
