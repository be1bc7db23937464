// Networks from weight files of other programs, on the engines' devices that run in Node.
import { afterAll, describe, expect, test } from 'vitest';
import { importWeights } from '../../src/lib/core/interchange/importWeights.ts';
import type { DeviceId } from '../../src/lib/engines/devices.ts';
import { engineOf } from '../../src/lib/engines/index.ts';
import { bytesOf, FIXTURES, furthest, graphOf, picture } from '../core/interchange/fixtures.ts';

const IN_NODE: readonly DeviceId[] = ['wasm', 'cpu'];
const TOLERANCE = 1e-4;

describe.each(IN_NODE)('%s', async (device) => {
  const runtime = await engineOf(device).open(device, {});
  afterAll(() => runtime.close());

  test.each(FIXTURES)('computes what the program that wrote %s computes', async (file, expected) => {
    const imported = importWeights({ bytes: bytesOf(file) });
    const network = runtime.compile({ graph: graphOf(imported), weights: imported.weights });
    const logits = await network.run({ input: picture, batch: 1 });
    network.dispose();
    expect(logits).toHaveLength(expected.length);
    expect(furthest(logits, expected)).toBeLessThan(TOLERANCE);
  });
});
