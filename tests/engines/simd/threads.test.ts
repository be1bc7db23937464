// Several threads give the very values of one, and a thread that does not come back is said, not waited for.
import { afterAll, describe, expect, test } from 'vitest';
import { nodeThreads } from '../../../src/cli/nodeThreads.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { smoothNoise } from '../../../src/lib/core/weights/smoothNoise.ts';
import { untrainedWeights } from '../../../src/lib/core/weights/untrained.ts';
import { open as openReference } from '../../../src/lib/engines/adapters/reference.ts';
import { open } from '../../../src/lib/engines/adapters/simd.ts';
import { assemble } from '../../../src/lib/engines/adapters/simd/machine.ts';
import { compileNetwork } from '../../../src/lib/engines/adapters/simd/network.ts';
import { recalibrate } from '../../../src/lib/engines/adapters/simd/recalibrate.ts';
import { relativeDifference } from '../../../src/lib/engines/probe.ts';

const build = { device: 'simd-threads', relaxed: false } as const;

function prepare(family: keyof typeof FAMILIES, batch: number) {
  const { defaults, build: graphOf } = FAMILIES[family];
  const graph = graphOf({ ...defaults, resolution: [65, 48], classes: 30 });
  const input = smoothNoise({ shape: [65, 48, 3], batch, seed: 2 });
  return { source: { graph, weights: untrainedWeights({ graph, seed: 1 }) }, input };
}

describe('three threads', async () => {
  const one = await assemble({ device: 'simd', relaxed: false });
  const three = await assemble({ ...build, threads: { count: 3, start: nodeThreads.start } });

  test('like one take statistics from many images, piece by piece, as the reference does at once', async () => {
    const { defaults, build: graphOf } = FAMILIES.pplcnet;
    const graph = graphOf({ ...defaults, resolution: [33, 24], classes: 3, lastConv: 16 });
    const weights = untrainedWeights({ graph, seed: 1 });
    const images = { input: smoothNoise({ shape: [33, 24, 3], batch: 37, seed: 2 }), batch: 37 };
    const expected = await openReference().recalibrate({ graph, weights }, images);
    for (const machine of [one, three]) {
      let most = 0;
      const run: typeof machine.run = (records, from, to, piece, pieces = 1) => {
        most = Math.max(most, pieces);
        machine.run(records, from, to, piece, pieces);
      };
      const found = await recalibrate({ ...machine, run }, { graph, weights }, images);
      expect(most).toBeGreaterThan(1);
      for (const [name, { data }] of expected)
        expect(relativeDifference(found.get(name)?.data ?? new Float32Array(), data), name).toBeLessThan(
          1e-4,
        );
    }
  }, 30_000);
  afterAll(() => three.close());

  test.each(Object.keys(FAMILIES) as (keyof typeof FAMILIES)[])(
    'give the values of one: %s',
    async (family) => {
      for (const batch of [1, 3]) {
        const { source, input } = prepare(family, batch);
        const alone = await compileNetwork(one, source).run({ input, batch });
        const together = compileNetwork(three, source);
        for (let run = 0; run < 5; run++)
          expect([...(await together.run({ input, batch }))]).toEqual([...alone]);
      }
    },
  );
});

test('a thread that does not come back makes the device unavailable, with that reason', async () => {
  const lost = { count: 2, start: () => Promise.resolve(() => undefined) };
  const machine = await assemble({ ...build, threads: lost, patienceMs: 20 });
  const { source, input } = prepare('pplcnet', 1);
  await expect(compileNetwork(machine, source).run({ input, batch: 1 })).rejects.toMatchObject({
    code: 'unavailable',
    data: { reason: { code: 'threadLost' } },
  });
});

test('a thread that does not start is a reason, and those that did are ended', async () => {
  let ended = 0;
  const start = ({ thread }: { readonly thread: number }) =>
    thread === 1 ? Promise.resolve(() => ended++) : Promise.reject(new Error('no thread today'));
  await expect(assemble({ ...build, threads: { count: 3, start } })).rejects.toMatchObject({
    code: 'unavailable',
    data: { reason: { code: 'failed', message: expect.stringContaining('no thread today') as string } },
  });
  expect(ended).toBe(1);
});

test('one core, or a page without shared memory, is said', async () => {
  const { start } = nodeThreads;
  await expect(open('simd-threads', { threads: { cores: 1, start } })).rejects.toMatchObject({
    data: { reason: { code: 'singleCore' } },
  });
  await expect(open('simd-threads', {})).rejects.toMatchObject({ data: { reason: { code: 'notIsolated' } } });
});
