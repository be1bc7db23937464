// The client: what happens around a worker that dies, and errors that keep what they know.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultConfig } from '../../src/lib/core/options.ts';
import { EngineClient } from '../../src/lib/engines/client.ts';
import { EngineError, fromFailure, toFailure } from '../../src/lib/engines/errors.ts';
import { fakeWorker, type FakeWorker } from './fakeWorker.ts';

function withWorkers() {
  const workers: FakeWorker[] = [];
  const start = () => {
    const worker = fakeWorker();
    workers.push(worker);
    return worker;
  };
  return { client: new EngineClient({ start }), workers };
}

describe('a worker that dies', () => {
  test('fails every open question by name, and the next question gets a new worker', async () => {
    const { client, workers } = withWorkers();
    const asked = client.ask('memory', {});
    workers[0]?.crash('out of memory');
    await expect(asked).rejects.toMatchObject({
      name: 'EngineError',
      code: 'workerDied',
      message: 'the inference worker failed: out of memory',
    });
    expect(await client.ask('memory', {})).toEqual({ tensors: 0, bytes: 0 });
    expect(workers).toHaveLength(2);
  });

  test('leaves no network behind: the next question about one says so', async () => {
    const { client } = withWorkers();
    client.stop();
    await expect(client.ask('predict', {})).rejects.toMatchObject({ code: 'noNetwork' });
  });
});

describe('a worker that is stuck in one layer', () => {
  afterEach(() => vi.useRealTimers());

  /** Takes messages and never answers. */
  const stuck = (): FakeWorker => ({ ...fakeWorker(), postMessage: () => undefined });
  const load = { config: defaultConfig, device: 'reference', weights: { seed: 1 } } as const;

  test('is replaced when a new network waits, which then gets its answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const started: FakeWorker[] = [];
    const start = () => {
      started.push(started.length === 0 ? stuck() : fakeWorker());
      return started.at(-1) as FakeWorker;
    };
    const client = new EngineClient({ start });
    const control = new AbortController();
    const first = client.ask('load', load, { signal: control.signal });
    control.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    const second = client.ask('load', { ...load, config: { ...defaultConfig, scale: 0.25 } });
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    expect(started).toHaveLength(2);
    expect((await second).facts.device).toBe('reference');
  });

  test('fails other questions by name', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const client = new EngineClient({ start: stuck });
    const control = new AbortController();
    const first = client.ask('measure', {}, { signal: control.signal });
    const second = client.ask('memory', {});
    const outcomes = Promise.allSettled([first, second]);
    control.abort();
    await vi.advanceTimersByTimeAsync(3000);
    expect(await outcomes).toMatchObject([
      { reason: { code: 'cancelled' } },
      { reason: { code: 'workerDied' } },
    ]);
  });
});

describe('a question', () => {
  test('is never sent when it was given up before', async () => {
    const { client, workers } = withWorkers();
    await expect(client.ask('memory', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' }); // prettier-ignore
    expect(workers).toHaveLength(0);
  });

  test('that is given up is cancelled in the worker', async () => {
    const { client, workers } = withWorkers();
    const control = new AbortController();
    const asked = client.ask('memory', {}, { signal: control.signal });
    control.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect(workers[0]?.received.map(({ type }) => type)).toEqual(['ask', 'cancel']);
  });
});

describe('errors', () => {
  test('cross the boundary with code and data', () => {
    const error = new EngineError('unknownNode', 'no x', { node: 'x' });
    const back = fromFailure(structuredClone(toFailure(error)));
    expect(back).toBeInstanceOf(EngineError);
    expect(back).toMatchObject({ code: 'unknownNode', message: 'no x', data: { node: 'x' } });
  });

  test('of any other kind become a failure with their text', () => {
    expect(toFailure(new TypeError('boo'))).toEqual({
      code: 'failed',
      message: 'TypeError: boo',
      data: { cause: 'TypeError: boo' },
    });
  });
});
