// evaluate: the loaded trained network on test images. Progress delivers every prediction, so that stopping loses next to none.
import { EngineError } from '../errors.ts';
import { evaluated, type Part } from '../trained/evaluate.ts';
import { nextTurn, throwIfAborted } from '../turn.ts';
import type { Handler } from './question.ts';

/** More often than this nobody sees a difference, but the page draws each one, on a core that threads could use. */
const REPORT_MS = 120;

/** Parts that follow each other, as one. */
function joined(parts: readonly [Part, ...Part[]]): Part {
  const predictions = new Uint8Array(parts.reduce((sum, part) => sum + part.predictions.length, 0));
  let at = 0;
  for (const part of parts) {
    predictions.set(part.predictions, at);
    at += part.predictions.length;
  }
  return { from: parts[0].from, predictions };
}

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
  let waiting: Part[] = [];
  let reported = performance.now();
  const tell = () => {
    const [first, ...others] = waiting;
    if (first) report(joined([first, ...others]));
    waiting = [];
    reported = performance.now();
  };
  for await (const part of evaluated({ images, classes, from, to, run })) {
    count += part.predictions.length;
    waiting.push(part);
    if (performance.now() - reported >= REPORT_MS) tell();
    await nextTurn();
  }
  tell();
  return { images: count };
};
