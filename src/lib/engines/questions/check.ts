// check: the loaded network's logits against those of the reference engine, on the same input.
import { referenceRuntime } from '../probe.ts';
import { throwIfAborted } from '../turn.ts';
import type { Handler } from './question.ts';

export const check: Handler<'check'> = (_args, { session, signal, alone }) =>
  alone(async () => {
    throwIfAborted(signal);
    const { loaded, runtime, network } = await session.ready();
    const request = { input: session.input(loaded), batch: 1, signal };
    const logits = await network.run(request);
    const begin = performance.now();
    const expected = await (await referenceRuntime()).compile(loaded).run(request);
    const referenceMs = performance.now() - begin;
    const maxDifference = expected.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (logits[i] ?? NaN))),
      0,
    );
    const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return { facts: runtime.facts, maxDifference, largest, referenceMs };
  });
