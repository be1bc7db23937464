// Warm-up: runs until shaders, caches and just-in-time code have settled. They are timed, but count for nothing.

/** Slow devices warm up for this long at most. */
const WARMUP = { runs: 4, ms: 1000 };

export interface Warmth {
  readonly firstRunMs: number;
  readonly warmupRuns: number;
}

/** @param run runs the network once and gives the time it took in milliseconds */
export async function warmUp(run: () => Promise<number>): Promise<Warmth> {
  const begin = performance.now();
  const firstRunMs = await run();
  let warmupRuns = 1;
  for (; warmupRuns < WARMUP.runs && performance.now() - begin < WARMUP.ms; warmupRuns++) await run();
  return { firstRunMs, warmupRuns };
}
