// Writes the safetensors format: 8 bytes with the header's length, a JSON header, then the tensors' bytes, little-endian.
import type { NamedTensors } from './tensors.ts';

/** Tensors are aligned to so many bytes, counted from the start of the file. */
const ALIGNMENT = 8;

/** A file of 32-bit tensors, in the order of the map. */
export function writeSafetensors(tensors: NamedTensors): Uint8Array<ArrayBuffer> {
  const header: Record<string, object> = {};
  let end = 0;
  for (const [name, { shape, data }] of tensors) {
    header[name] = { dtype: 'F32', shape, data_offsets: [end, end + data.byteLength] };
    end += data.byteLength;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const begin = ALIGNMENT * Math.ceil((8 + json.length) / ALIGNMENT);
  const file = new Uint8Array(begin + end).fill(0x20, 0, begin);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(begin - 8), true);
  file.set(json, 8);
  let offset = begin;
  for (const { data } of tensors.values())
    for (const value of data) {
      view.setFloat32(offset, value, true);
      offset += 4;
    }
  return file;
}
