// An exploration: what it asks, in which order, and that it asks nothing more once somebody else has the worker.
import { describe, expect, test } from 'vitest';
import { configKey } from '../../src/lib/core/options.ts';
import { TRAINED_DEFAULTS } from '../../src/lib/core/trained/covers.ts';
import { EngineError } from '../../src/lib/engines/errors.ts';
import { Exploration } from '../../src/lib/state/exploration.svelte.ts';
import type { Runner } from '../../src/lib/state/runner.svelte.ts';

const networks = [0.25, 0.5].map((scale) => ({ ...TRAINED_DEFAULTS, scale }));
const [a, b] = networks.map(configKey) as [string, string];

/** A runner that writes down what it is asked; `during` is called at each step. */
function scripted(during: (step: string, taken: AbortController) => void = () => undefined) {
  const steps: string[] = [];
  const tried = new Map<string, number>();
  const measured = new Set<string>();
  const taken = new AbortController();
  const step = (name: string) => {
    steps.push(name);
    during(name, taken);
    return Promise.resolve();
  };
  const runner = {
    suspend: () => taken.signal,
    start: () => steps.push('start'),
    devices: { pick: () => 'wasm' },
    trials: {
      isTried: (key: string, images: number) => (tried.get(key) ?? 0) >= Math.min(images, 10_000),
      load: ({ config }: { config: (typeof networks)[number] }) => step(`load ${config.scale}`),
      run: (key: string, images: number) => {
        tried.set(key, images);
        return step(`try ${images}`);
      },
    },
    measurements: {
      find: (key: string) => (measured.has(key) ? {} : undefined),
      add: (key: string) => measured.add(key),
    },
    client: { ask: () => step('measure') },
  };
  return { exploration: new Exploration(runner as unknown as Runner), steps, tried, measured };
}

describe('an exploration', () => {
  test('tries all networks on the first images, then all on the rest, and hands the worker back', async () => {
    const { exploration, steps } = scripted();
    await exploration.start(networks);
    expect(steps).toEqual([
      ...['load 0.25', 'try 1000', 'measure', 'load 0.5', 'try 1000', 'measure'],
      ...['load 0.25', 'try Infinity', 'load 0.5', 'try Infinity', 'start'],
    ]);
    expect(exploration.progress).toBeUndefined();
  });

  test('asks nothing more once the worker is taken, and does not take it back', async () => {
    const { exploration, steps, measured } = scripted((step, taken) => {
      if (step === 'try 1000') taken.abort();
    });
    await exploration.start(networks);
    expect(steps).toEqual(['load 0.25', 'try 1000']);
    expect(measured.size).toBe(0);
    expect(exploration.error).toBeUndefined();
  });

  test('stopped on request keeps what is done, and the present network goes on', async () => {
    const { exploration, steps, tried, measured } = scripted((step) => {
      if (step === 'load 0.5') exploration.stop();
    });
    await exploration.start(networks);
    expect([...tried.keys()]).toEqual([a]);
    expect(measured.has(b)).toBe(false);
    expect(steps.at(-1)).toBe('start');
  });

  test('that fails says why, and the present network goes on', async () => {
    const error = new EngineError('data', 'gone', { file: 'x', problem: 'unreachable', detail: 'gone' });
    const { exploration, steps } = scripted((step) => {
      if (step === 'try 1000') throw error;
    });
    await exploration.start(networks);
    expect(exploration.error).toBe(error);
    expect(steps.at(-1)).toBe('start');
  });
});
