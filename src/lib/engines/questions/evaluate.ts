// evaluate: the loaded trained network on test images. Progress delivers every prediction, so that stopping loses none.
import { EngineError } from '../errors.ts';
import { evaluated } from '../trained/evaluate.ts';
import { nextTurn, throwIfAborted } from '../turn.ts';
import type { Handler } from './question.ts';

export const evaluate: Handler<'evaluate'> = async ({ from, to }, { session, signal, report, alone }) => {
  const { loaded } = session;
  if (!loaded) throw new EngineError('noNetwork', 'no network has been loaded', {});
  const { images } = await session.shelf.data({ signal, report: () => undefined });
  const classes = loaded.graph.nodes.at(-1)?.shape[2] ?? 0;
  let count = 0;
  const run = (input: Float32Array<ArrayBuffer>, batch: number) =>
    alone(async () => {
      throwIfAborted(signal);
      const { network } = await session.ready();
      return network.run({ input, batch, signal });
    });
  for await (const part of evaluated({ images, classes, from, to, run })) {
    count += part.predictions.length;
    report(part);
    await nextTurn();
  }
  return { images: count };
};
