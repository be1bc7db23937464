// The weight files that timm and Paddle wrote (tests/interop/make_weights.py), and what those programs compute with them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImportedNetwork } from '../../../src/lib/core/interchange/importWeights.ts';
import type { NamedTensors } from '../../../src/lib/core/weights/tensors.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';

const folder = resolve(import.meta.dirname, '../../fixtures/interop');

export const bytesOf = (file: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(resolve(folder, file)));

const { size, logits } = JSON.parse(readFileSync(resolve(folder, 'logits.json'), 'utf8')) as {
  readonly size: number;
  readonly logits: Readonly<Record<string, readonly number[]>>;
};

/** Files, and the logits of `picture`. */
export const FIXTURES = Object.entries(logits);

/** `picture()` of make_weights.py, height × width × channels. */
export const picture = Float32Array.from({ length: size * size * 3 }, (_, i) => {
  const [y, x, c] = [Math.floor(i / 3 / size), Math.floor(i / 3) % size, i % 3];
  return Math.sin(0.37 * y + 0.61 * x + 1.7 * c);
});

/** The imported network at the picture's size. */
export const graphOf = ({ config }: ImportedNetwork) =>
  FAMILIES[config.family].build({ ...config, resolution: [size, size] });

export const furthest = (found: ArrayLike<number>, expected: readonly number[]): number =>
  Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? NaN))));

/** Names of tensors that are not the same in both, to the bit. */
export const differing = (a: NamedTensors, b: NamedTensors): readonly string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
    const [one, other] = [a.get(name), b.get(name)];
    return (
      !one ||
      !other ||
      String(one.shape) !== String(other.shape) ||
      !Buffer.from(one.data.buffer).equals(Buffer.from(other.data.buffer))
    );
  });
