// Networks cut out of the shipped weights give what PyTorch gets from them; the goldens are made by training/golden.py.
import { expect, test } from 'vitest';
import { compareWithGolden } from './compare.ts';

test("logits of twenty random networks on sixteen images are PyTorch's within 0.001", async () => {
  const compared = await compareWithGolden();
  expect(compared).toHaveLength(20);
  expect(compared.filter(({ difference }) => !(difference <= 1e-3))).toEqual([]);
}, 240_000);
