// One timed run of the loaded network, alone on its device.
import { nextTurn, throwIfAborted } from '../turn.ts';
import type { Question } from '../protocol.ts';
import type { Context } from './question.ts';

/** Lets other questions in first, then runs once. The result is read back, so a graphics device has really finished. */
export async function timedRun<Q extends Question>({ session, signal, alone }: Context<Q>): Promise<number> {
  await nextTurn();
  return alone(async () => {
    throwIfAborted(signal);
    const { loaded, network } = await session.ready();
    const input = session.input(loaded);
    const begin = performance.now();
    await network.run({ input, batch: 1, signal });
    return performance.now() - begin;
  });
}
