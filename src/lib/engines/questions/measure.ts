// measure: latency. Warm-up, then runs until the interval of the median is narrow enough or the time is up.
import { isPrecise, summarize } from '../../core/tradeoff/timing.ts';
import { warmUp } from '../warmUp.ts';
import type { Handler } from './question.ts';
import { timedRun } from './sample.ts';

const PRECISION = 0.03;
const MAX_MS = 3000;
/** An interval of 95 % needs six runs; fewer than these say little of the 90th percentile. */
const MIN_RUNS = 20;
const REPORT_MS = 100;

export const measure: Handler<'measure'> = async ({ precision = PRECISION, maxMs = MAX_MS }, context) => {
  const warmth = await warmUp(() => timedRun(context));

  const samples: number[] = [];
  const begin = performance.now();
  let [lastReport, stoppedBy] = [begin, 'time' as 'time' | 'precision'];
  do {
    samples.push(await timedRun(context));
    const now = performance.now();
    if (now - lastReport < REPORT_MS) continue;
    lastReport = now;
    const summary = summarize(samples);
    context.report(summary);
    if (samples.length >= MIN_RUNS && isPrecise(summary, precision)) {
      stoppedBy = 'precision';
      break;
    }
  } while (performance.now() - begin < maxMs);

  const { runtime } = await context.alone(() => context.session.ready());
  const samplesMs = Float64Array.from(samples);
  return { ...summarize(samples), facts: runtime.facts, samplesMs, ...warmth, stoppedBy };
};
