// Progress of a field measurement: every run is told, but at most ten times a second, so that telling does not disturb measuring.
import type { Field } from '../../core/tradeoff/field.ts';
import type { DeviceFacts } from '../devices.ts';
import type { FieldHost } from './host.ts';
import type { FieldProgress, FieldRun } from './terms.ts';

const REPORT_MS = 100;

type Stage = Pick<FieldProgress, 'phase' | 'done' | 'total'>;

export class Reporter {
  readonly #field: Field;
  readonly #host: FieldHost;
  readonly #facts: DeviceFacts;
  #runs: FieldRun[] = [];
  #last = -Infinity;

  constructor(field: Field, host: FieldHost, facts: DeviceFacts) {
    this.#field = field;
    this.#host = host;
    this.#facts = facts;
  }

  /** A run that counts; told with the next progress. */
  ran(run: FieldRun, elapsedMs: number): void {
    this.#runs.push(run);
    const now = performance.now();
    if (now - this.#last < REPORT_MS) return;
    this.#last = now;
    const total = this.#field.expectedRuns(elapsedMs);
    this.tell({ phase: 'measure', done: this.#field.runs, total }, elapsedMs);
  }

  tell(stage: Stage, elapsedMs: number): void {
    const runs = this.#runs;
    this.#runs = [];
    const ids = [...new Set(runs.map(({ id }) => id))];
    this.#host.report({
      ...stage,
      round: this.#field.rounds,
      elapsedMs,
      remainingMs: this.#field.remainingMs(elapsedMs),
      facts: this.#facts,
      runs,
      summaries: Object.fromEntries(ids.map((id) => [id, this.#field.summaryOf(id)])),
    });
  }
}
