// Bytes that were pickled as text: protocols below 3 have no bytes, so each becomes the character of that number.
import type { Machine } from './machine.ts';

/** UTF-8 of characters up to U+00FF → one byte each. */
export function latin1Bytes(machine: Machine, utf8: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  machine.spend(utf8.length);
  const bytes = new Uint8Array(utf8.length);
  let count = 0;
  for (let i = 0; i < utf8.length; i++) {
    const byte = utf8[i] as number;
    if (byte < 0x80) bytes[count++] = byte;
    else {
      // two bytes, 110000xx 10xxxxxx, are a character from U+0080 to U+00FF
      const next = utf8[++i] ?? 0;
      if ((byte & 0xfe) !== 0xc2 || (next & 0xc0) !== 0x80)
        machine.fail('text that stands for bytes expected');
      bytes[count++] = ((byte & 0x03) << 6) | (next & 0x3f);
    }
  }
  return bytes.subarray(0, count);
}
