// Values of chosen nodes on the current input.
import type { Values } from '../engine.ts';
import type { Question } from '../protocol.ts';
import type { Ready } from '../session.ts';
import { throwIfAborted } from '../turn.ts';
import type { Context } from './question.ts';

export interface Tapped {
  readonly ready: Ready;
  readonly values: ReadonlyMap<string, Values>;
}

export function tapNodes<Q extends Question>(
  { session, signal, alone }: Context<Q>,
  choose: (ready: Ready) => readonly string[],
): Promise<Tapped> {
  return alone(async () => {
    throwIfAborted(signal);
    const ready = await session.ready();
    const nodes = choose(ready);
    const input = session.input(ready.loaded);
    return { ready, values: await ready.network.tap({ input, batch: 1, signal, nodes }) };
  });
}
