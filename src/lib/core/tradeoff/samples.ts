// Samples of many networks as they come in, run by run, from the progress of a field.

/** Milliseconds of every run that counts, by network, in order. */
export type SamplesById = Readonly<Record<string, readonly number[]>>;

export interface Run {
  readonly id: string;
  readonly ms: number;
}

export function withRuns(samples: SamplesById, runs: readonly Run[]): SamplesById {
  const longer: Record<string, readonly number[]> = { ...samples };
  for (const id of new Set(runs.map((run) => run.id))) {
    const taken = runs.flatMap((run) => (run.id === id ? [run.ms] : []));
    longer[id] = [...(samples[id] ?? []), ...taken];
  }
  return longer;
}

/** Rounds that every one of the networks has finished. */
export const roundsOf = (samples: SamplesById, ids: readonly string[]): number =>
  ids.length === 0 ? 0 : Math.min(...ids.map((id) => samples[id]?.length ?? 0));
