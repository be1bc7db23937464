// Measures a field: many networks on one device, in shuffled rounds, until all are precise or the time is up. Worker and command line share it.
import { FAMILIES } from '../../core/families/index.ts';
import type { Graph } from '../../core/graph/ir.ts';
import { Field, FIELD_RULES, type FieldRules } from '../../core/tradeoff/field.ts';
import { batchesWithin, nextRun, type Schedule } from '../../core/tradeoff/schedule.ts';
import { EngineError } from '../errors.ts';
import { footprintOf, refuseTooLarge } from '../footprint.ts';
import type { FieldHost } from './host.ts';
import { Reporter } from './reporter.ts';
import { Residents } from './residents.ts';
import type { FieldAnswer, FieldArgs } from './terms.ts';

/** Room for every width of six families at once; WebAssembly ends at 2 GB. */
const BUDGET_BYTES = 1.2e9;
/** Rounds that a batch has the device for. More hold drift apart less well, fewer compile more often. */
const ROUNDS_PER_TURN = 5;

function rulesOf({ precision, maxMs, minRounds }: FieldArgs): FieldRules {
  return {
    precision: precision ?? FIELD_RULES.precision,
    maxMs: maxMs ?? FIELD_RULES.maxMs,
    minRounds: minRounds ?? FIELD_RULES.minRounds,
  };
}

function graphsOf({ networks }: FieldArgs): ReadonlyMap<string, Graph> {
  if (networks.length === 0) throw new EngineError('noNetwork', 'no network has been chosen', {});
  const graphs = new Map(networks.map(({ id, config }) => [id, FAMILIES[config.family].build(config)]));
  for (const [id, graph] of graphs) refuseTooLarge(graph, id);
  return graphs;
}

/** Weights of all add up; of what is needed while running only the largest counts, since one runs at a time. */
function scheduleFor(graphs: ReadonlyMap<string, Graph>, budgetBytes: number, seed: number): Schedule {
  const footprints = [...graphs].map(([id, graph]) => ({ id, ...footprintOf(graph) }));
  const running = Math.max(...footprints.map(({ runningBytes }) => runningBytes));
  const sized = footprints.map(({ id, keptBytes }) => ({ id, bytes: keptBytes }));
  const batches = batchesWithin(sized, { budget: budgetBytes - running, seed });
  return { batches, roundsPerTurn: ROUNDS_PER_TURN, seed };
}

/**
 * Runs go one by one through `host.alone`; rejects as soon as the signal is aborted. Whatever happens, all networks are let go.
 * If somebody else takes the device in between, the networks are prepared anew when it is free again.
 */
export async function measureField(args: FieldArgs, host: FieldHost): Promise<FieldAnswer> {
  const { device, seed, before, budgetBytes = BUDGET_BYTES } = args;
  const now = host.now ?? (() => performance.now());
  const graphs = graphsOf(args);
  const schedule = scheduleFor(graphs, budgetBytes, seed);
  const field = new Field([...graphs.keys()], rulesOf(args), before?.samplesMs);
  const facts = await host.alone(() => host.borrow(device, (runtime) => Promise.resolve(runtime.facts)));
  const reporter = new Reporter(field, host, facts);
  const residents = new Residents({ device, graphs, seed }, host);
  let begin: number | undefined;
  const elapsed = (): number => (before?.elapsedMs ?? 0) + (begin === undefined ? 0 : now() - begin);
  try {
    for (;;) {
      const stoppedBy = field.stopReason(elapsed());
      if (stoppedBy) return { facts, stoppedBy, ...outcome(field), elapsedMs: elapsed(), batches: schedule.batches.length }; // prettier-ignore
      const { id, batch } = nextRun(schedule, field.runsOf);
      if (!residents.has(id))
        await residents.bring(schedule.batches[batch] ?? [], (stage) => reporter.tell(stage, elapsed()));
      begin ??= now();
      const ms = await residents.time(id);
      if (ms === undefined) continue;
      field.record(id, ms);
      reporter.ran({ id, ms }, elapsed());
    }
  } finally {
    residents.close();
  }
}

const outcome = (field: Field): Pick<FieldAnswer, 'networks' | 'rounds'> => ({
  networks: field.ids.map((id) => ({
    id,
    summary: field.summaryOf(id),
    samplesMs: Float64Array.from(field.samplesOf(id)),
  })),
  rounds: field.rounds,
});
