// Lending the worker: who may have it, when it comes back, and what the page's network does meanwhile.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { configKey, defaultConfig } from '../../src/lib/core/options.ts';
import { Measurements } from '../../src/lib/state/measurements.svelte.ts';
import { Runner } from '../../src/lib/state/runner.svelte.ts';

const job = {
  key: configKey(defaultConfig),
  trial: undefined,
  config: defaultConfig,
  weights: { seed: 1 },
  image: () => undefined,
};

// nothing is run: these tests end before the moment that a network must stay
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a worker that is lent', () => {
  test('is not taken by a network that is followed, which goes on once it is given back', () => {
    const runner = new Runner(new Measurements());
    const takenBack = vi.fn();
    const giveBack = runner.lend(takenBack);
    runner.follow(job);
    expect(runner.phase).toBe('lent');
    giveBack();
    expect(runner.phase).toBe('loading');
    expect(takenBack).not.toHaveBeenCalled();
  });

  test('waits for the next network where none is followed any more', () => {
    const runner = new Runner(new Measurements());
    const leave = runner.follow(job);
    const giveBack = runner.lend(() => undefined);
    leave();
    giveBack();
    expect(runner.phase).toBe('idle');
    runner.follow(job);
    expect(runner.phase).toBe('loading');
  });

  test('goes on with the network of the page that came, though the one before let go after that', () => {
    const runner = new Runner(new Measurements());
    const leave = runner.follow(job);
    const giveBack = runner.lend(() => undefined);
    runner.follow(job);
    leave();
    giveBack();
    expect(runner.phase).toBe('loading');
  });

  test('is taken back when the visitor asks for the network, once', () => {
    const runner = new Runner(new Measurements());
    const takenBack = vi.fn();
    const giveBack = runner.lend(takenBack);
    runner.follow(job);
    runner.start();
    expect(takenBack).toHaveBeenCalledOnce();
    expect(runner.phase).toBe('loading');
    runner.stop();
    giveBack();
    expect(runner.phase).toBe('stopped');
  });

  test('comes back to a stopped network, which stays stopped', () => {
    const runner = new Runner(new Measurements());
    runner.stop();
    runner.lend(() => undefined);
    const giveBack = runner.lend(() => undefined);
    runner.follow(job);
    giveBack();
    expect(runner.phase).toBe('stopped');
    runner.start();
    expect(runner.phase).toBe('loading');
  });

  test('goes from one borrower to the next', () => {
    const runner = new Runner(new Measurements());
    const first = vi.fn();
    const giveFirst = runner.lend(first);
    runner.lend(() => undefined);
    expect(first).toHaveBeenCalledOnce();
    giveFirst();
    expect(runner.phase).toBe('lent');
  });
});
