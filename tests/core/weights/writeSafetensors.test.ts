// Weight files that this program writes are read by it again, whatever is in them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSafetensors } from '../../../src/lib/core/weights/safetensors.ts';
import { writeSafetensors } from '../../../src/lib/core/weights/writeSafetensors.ts';
import type { NamedTensor } from '../../../src/lib/core/weights/tensors.ts';

const tensor = fc
  .float32Array({ maxLength: 20 })
  .map((data): NamedTensor => ({ shape: [data.length], data: new Float32Array(data) }));
const tensors = fc
  .uniqueArray(fc.tuple(fc.string({ unit: 'grapheme' }), tensor), { selector: ([name]) => name })
  .map((entries) => new Map(entries.filter(([name]) => !['__metadata__', '__proto__'].includes(name))));

it('what is written can be read, with its tensors aligned', () => {
  fc.assert(
    fc.property(tensors, (named) => {
      const file = writeSafetensors(named);
      expect(readSafetensors(file)).toEqual(named);
      expect(Number(new DataView(file.buffer).getBigUint64(0, true)) % 8).toBe(0);
    }),
  );
});
