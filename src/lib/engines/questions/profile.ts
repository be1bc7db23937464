// profile: how long each group of nodes takes, reconciled with the wall time of the very runs that were instrumented.
import { quantile, sorted } from '../../core/tradeoff/timing.ts';
import type { InstrumentedRun } from '../engine.ts';
import { nextTurn, throwIfAborted } from '../turn.ts';
import type { Handler } from './question.ts';
import { timedRun } from './sample.ts';

const RUNS = 20;
const MAX_MS = 3000;

/** Means over the faster half of the runs: means, unlike medians, still add up to the wall time. */
function reconcile(runs: readonly InstrumentedRun[], groups: readonly (readonly string[])[]) {
  const fast = [...runs].sort((a, b) => a.wallMs - b.wallMs).slice(0, Math.ceil(runs.length / 2));
  const mean = (of: (run: InstrumentedRun) => number) =>
    fast.reduce((sum, run) => sum + of(run), 0) / fast.length;
  const timed = groups.map((nodes, g) => ({ nodes, ms: mean(({ groupMs }) => groupMs[g] ?? 0) }));
  const wallMs = mean((run) => run.wallMs);
  return { groups: timed, wallMs, remainderMs: wallMs - timed.reduce((sum, { ms }) => sum + ms, 0) };
}

export const profile: Handler<'profile'> = async ({ runs: wanted = RUNS }, context) => {
  const { session, signal, alone, report } = context;
  const runs: InstrumentedRun[] = [];
  const plain: number[] = [];
  await timedRun(context);
  const begin = performance.now();
  while (runs.length < wanted && (runs.length === 0 || performance.now() - begin < MAX_MS)) {
    plain.push(await timedRun(context));
    await nextTurn();
    const run = await alone(async () => {
      throwIfAborted(signal);
      const { loaded, network } = await session.ready();
      return network.profile({ input: session.input(loaded), batch: 1, signal });
    });
    runs.push(run);
    report(runs.length / wanted);
  }
  const { runtime, network } = await alone(() => session.ready());
  return {
    facts: runtime.facts,
    runs: runs.length,
    ...reconcile(runs, network.groups),
    plainMs: quantile(sorted(plain), 0.5),
  };
};
