// The progress of a field on stderr: one line that changes on a terminal, a line every few seconds elsewhere.
import type { FieldProgress } from '../lib/engines/field/terms.ts';

const EVERY_MS = 5000;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`;

function sentence({ phase, done, total, round, elapsedMs, remainingMs }: FieldProgress): string {
  if (phase !== 'measure') return `${phase} ${done + 1} of ${total}`;
  return `round ${round}, ${done} runs, ${seconds(elapsedMs)}, at most about ${seconds(remainingMs)} to go`;
}

export function progressLine() {
  const terminal = process.stderr.isTTY;
  let [last, shown] = [-Infinity, false];
  return {
    show: (progress: FieldProgress): void => {
      if (terminal) process.stderr.write(`\r\u001b[K${sentence(progress)}`);
      else if (performance.now() - last >= EVERY_MS) {
        last = performance.now();
        process.stderr.write(`${sentence(progress)}\n`);
      }
      shown = true;
    },
    end: (): void => {
      if (terminal && shown) process.stderr.write('\r\u001b[K');
    },
  };
}
