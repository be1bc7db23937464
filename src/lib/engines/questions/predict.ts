// predict: runs the network once, on a new picture where one is given.
import { throwIfAborted } from '../turn.ts';
import type { Handler } from './question.ts';

export const predict: Handler<'predict'> = ({ image }, { session, signal, alone }) =>
  alone(async () => {
    throwIfAborted(signal);
    const { loaded, network } = await session.ready();
    if (image) session.show(image);
    const begin = performance.now();
    const logits = await network.run({ input: session.input(loaded), batch: 1, signal });
    return { logits, ms: performance.now() - begin };
  });
