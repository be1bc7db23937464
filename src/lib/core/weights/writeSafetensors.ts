// Writing the safetensors format, as 32-bit floats.
import { littleEndian } from './elements.ts';
import type { Safetensors } from './safetensors.ts';

/** The tensors' bytes begin at a multiple of this. */
const ALIGNMENT = 8;

/** A file that readSafetensors and every other reader of the format reads back exactly. Tensors keep their order. */
export function writeSafetensors({ tensors, metadata }: Safetensors): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = [...tensors].map(([name, { shape, data }]) => {
    const from = end;
    end += data.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [from, end] }] as const;
  });
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const text = new TextEncoder().encode(json);
  const headerLength = Math.ceil(text.length / ALIGNMENT) * ALIGNMENT;
  const file = new Uint8Array(8 + headerLength + end).fill(0x20, 8, 8 + headerLength);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true);
  file.set(text, 8);
  let at = 8 + headerLength;
  for (const { data } of tensors.values()) {
    file.set(littleEndian(data), at);
    at += data.byteLength;
  }
  return file;
}
