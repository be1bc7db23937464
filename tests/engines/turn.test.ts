// Work in the worker: it keeps the thread until its time is over or the bell rings, and ends when it is no longer wanted.
import { afterEach, expect, test, vi } from 'vitest';
import { hear, listenTo, newBell, ring } from '../../src/lib/engines/bell.ts';
import { cancelled } from '../../src/lib/engines/errors.ts';
import { turnTaker } from '../../src/lib/engines/turn.ts';

afterEach(() => {
  listenTo(undefined);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('only pages that share memory have a bell', () => {
  expect(newBell()).toBeUndefined();
  vi.stubGlobal('crossOriginIsolated', true);
  expect(newBell()).toEqual(new Int32Array(1));
});

test('work lets messages in at its next step after one was sent, until it has come', async () => {
  vi.stubGlobal('crossOriginIsolated', true);
  const bell = newBell();
  listenTo(bell);
  const turn = turnTaker(undefined);
  expect(turn()).toBeUndefined();
  ring(bell);
  await expect(turn()).resolves.toBeUndefined();
  expect(turn(), 'the message is still on its way').toBeInstanceOf(Promise);
  hear();
  expect(turn()).toBeUndefined();
});

test('without a bell it does so once its time is over', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const turn = turnTaker(undefined);
  now.mockReturnValue(39);
  expect(turn()).toBeUndefined();
  now.mockReturnValue(40);
  await expect(turn()).resolves.toBeUndefined();
  expect(turn()).toBeUndefined();
});

test('what is no longer wanted ends there', async () => {
  vi.stubGlobal('crossOriginIsolated', true);
  const bell = newBell();
  listenTo(bell);
  const control = new AbortController();
  const turn = turnTaker(control.signal);
  ring(bell);
  const paused = turn();
  control.abort(cancelled());
  await expect(paused).rejects.toMatchObject({ code: 'cancelled' });
});
