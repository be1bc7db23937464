// A race: its networks are compared on the same images, and it ends with the step that it belongs to.
import { describe, expect, test } from 'vitest';
import { configKey } from '../../src/lib/core/options.ts';
import { TRAINED_DEFAULTS } from '../../src/lib/core/trained/covers.ts';
// trials load it once they have images, and on a busy machine the tests would be over before
import '../../src/lib/state/offline.svelte.ts';
import { Race } from '../../src/lib/state/race.svelte.ts';
import { Trials } from '../../src/lib/state/trials.svelte.ts';
import type { Workbench } from '../../src/lib/state/workbench.svelte.ts';

const [narrow, wide] = [0.25, 0.5].map((scale) => ({ ...TRAINED_DEFAULTS, scale })) as [never, never];
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function scripted() {
  const steps: string[] = [];
  const client = {
    ask: (question: string, { to }: { to?: number }, { signal, onProgress }: AskOptions) =>
      new Promise((resolve, reject) => {
        steps.push(question);
        signal.addEventListener('abort', () => reject(new Error('cancelled')));
        if (question === 'testImages')
          resolve({ labels: new Uint8Array(4), pixels: new Uint8Array(), classes: [] });
        if (question !== 'evaluate') return;
        // the first two images are easy, the others are not
        onProgress({ from: 0, predictions: Uint8Array.of(0, 0, 1, 1).subarray(0, to) });
        resolve({});
      }),
  };
  const trials = new Trials(client as unknown as ConstructorParameters<typeof Trials>[0]);
  const runner = {
    client,
    trials,
    devices: { pick: () => 'wasm' },
    lend: () => {
      steps.push('lend');
      return () => steps.push('back');
    },
  };
  const race = new Race({ runner } as unknown as Workbench, [
    { id: 'narrow', config: narrow },
    { id: 'wide', config: wide },
  ]);
  return { race, trials, steps };
}
interface AskOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (part: { from: number; predictions: Uint8Array }) => void;
}

describe('a race', () => {
  test('compares its networks on the images that all of them have seen', async () => {
    const { race, trials } = scripted();
    const { signal } = new AbortController();
    await trials.run(configKey(narrow), 4, signal);
    expect(race.values('top1').map(({ id, value }) => [id, value])).toEqual([['narrow', 0.5]]);
    await trials.run(configKey(wide), 2, signal);
    expect(race.values('top1').map(({ id, value }) => [id, value])).toEqual([
      ['narrow', 1],
      ['wide', 1],
    ]);
    expect(race.rows.map((row) => race.top1(row)?.images)).toEqual([2, 2]);
  });

  test('that is left gives the worker back once, and asks nothing more', async () => {
    const { race, steps } = scripted();
    const measured = race.measure();
    race.leave();
    await measured;
    await settled();
    expect(steps).toEqual(['lend', 'field', 'back']);
    expect(race.field.phase).toBe('cancelled');
  });

  test('that is cancelled, or left when it is over, does not give it back twice', async () => {
    const { race, steps } = scripted();
    const measured = race.measure();
    race.field.cancel();
    await measured;
    race.leave();
    expect(steps).toEqual(['lend', 'field', 'back']);
  });
});
