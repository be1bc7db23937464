// Several files as one ZIP archive, stored without compression: weights hardly shrink, and a download is one file.
import type { ModelFile } from './modelForms.ts';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as ZIP and PNG have it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
}

type Field = readonly [bytes: 2 | 4, value: number];

function record(fields: readonly Field[], ...tail: readonly Uint8Array<ArrayBuffer>[]) {
  const head = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) head.setUint16(at, value, true);
    else head.setUint32(at, value, true);
    at += bytes;
  }
  return [new Uint8Array(head.buffer), ...tail];
}

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const STORED = 0;
/** The first day that the format knows: the same files give the same bytes. */
const TIME = 0;
const DAY = (1 << 5) | 1;

/** APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. Less than 4 GB in all. Names may have folders: `net/model.json`. */
export function zip(files: readonly ModelFile[]): Uint8Array<ArrayBuffer> {
  const local: Uint8Array<ArrayBuffer>[] = [];
  const central: Uint8Array<ArrayBuffer>[] = [];
  for (const { name, bytes } of files) {
    const encoded = new TextEncoder().encode(name);
    const common: readonly Field[] = [
      [2, VERSION], [2, UTF8_NAMES], [2, STORED], [2, TIME], [2, DAY], [4, crc32(bytes)],
      [4, bytes.length], [4, bytes.length], [2, encoded.length], [2, 0],
    ]; // prettier-ignore
    const offset = sizeOf(local);
    local.push(...record([[4, 0x04034b50], ...common], encoded, bytes));
    const rest: readonly Field[] = [[2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]; // prettier-ignore
    central.push(...record([[4, 0x02014b50], [2, VERSION], ...common, ...rest], encoded));
  }
  const end = record([
    [4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length],
    [4, sizeOf(central)], [4, sizeOf(local)], [2, 0],
  ]); // prettier-ignore
  const parts = [...local, ...central, ...end];
  const archive = new Uint8Array(sizeOf(parts));
  let at = 0;
  for (const part of parts) {
    archive.set(part, at);
    at += part.length;
  }
  return archive;
}
