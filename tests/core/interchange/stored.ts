// Reads a ZIP archive of stored files by its directory, as other programs do; every size, offset and checksum has to be right.
import { crc32 } from 'node:zlib';
import { expect } from 'vitest';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const NAME_AT = { directory: 46, file: 30 } as const;

export function stored(archive: Uint8Array<ArrayBuffer>): readonly File[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const nameAt = (at: number, length: number) => new TextDecoder().decode(archive.subarray(at, at + length));
  const end = archive.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  let at = view.getUint32(end + 16, true);
  expect(at + view.getUint32(end + 12, true)).toBe(end);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const [size, length, start] = [
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
      view.getUint32(at + 42, true),
    ] as const;
    const name = nameAt(at + NAME_AT.directory, length);
    expect(view.getUint32(start, true)).toBe(0x04034b50);
    expect(nameAt(start + NAME_AT.file, view.getUint16(start + 26, true))).toBe(name);
    const data = start + NAME_AT.file + length;
    const bytes = archive.slice(data, data + size);
    expect(view.getUint32(at + 16, true)).toBe(crc32(bytes));
    expect(view.getUint32(start + 14, true)).toBe(crc32(bytes));
    at += NAME_AT.directory + length;
    return { name, bytes };
  });
}
