// Words for what the runner is doing; none while there is nothing to wait for.
import type { TimingSummary } from '$lib/core/tradeoff/timing.ts';
import type { Phase } from '$lib/state/job.ts';
import { m } from '$lib/paraglide/messages.js';
import { milliseconds } from '../ui/format.ts';

const nothing = () => '';

export const PHASE_TEXT = {
  idle: nothing,
  devices: m.run_phase_devices,
  loading: m.run_phase_loading,
  trying: m.run_phase_trying,
  measuring: (progress) =>
    progress
      ? m.run_phase_measuring({ runs: progress.runs, median: milliseconds(progress.medianMs) })
      : m.run_phase_warmup(),
  profiling: m.run_phase_profiling,
  refining: m.run_phase_refining,
  done: nothing,
  stopped: nothing,
  failed: nothing,
  lent: m.run_phase_lent,
} as const satisfies Record<Phase, (progress: TimingSummary | undefined) => string>;
