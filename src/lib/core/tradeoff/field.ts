// A field being measured: the samples of every network, who is still imprecise, when to stop, and how long it may take.
import { isPrecise, summarize, type TimingSummary } from './timing.ts';

export interface FieldRules {
  /** Half width of the 95 % interval, relative to the median, that every network must reach; 0.03 = 3 %. */
  readonly precision: number;
  /** Time limit of the rounds together, without the preparation before them. The first round is always finished. */
  readonly maxMs: number;
  /** Rounds before precision may end it. */
  readonly minRounds: number;
}

/**
 * Fewer than 20 rounds say little of the 90th percentile, and an interval looked at again and again is believed too early.
 * The limit is that of a visitor's patience.
 */
export const FIELD_RULES: FieldRules = { precision: 0.03, maxMs: 60_000, minRounds: 20 };

export type StopReason = 'precision' | 'time';

/** Half width of the interval relative to the median; Infinity where it does not cover 95 %. */
export function relativeHalfWidth({ medianMs, interval: { low, high, coverage } }: TimingSummary): number {
  return coverage >= 0.95 ? Math.max(medianMs - low, high - medianMs) / medianMs : Infinity;
}

export class Field {
  readonly ids: readonly string[];
  readonly #rules: FieldRules;
  readonly #samples: ReadonlyMap<string, number[]>;
  readonly #summaries = new Map<string, TimingSummary>();

  /** @param before samples in milliseconds, taken earlier under the same rules */
  constructor(
    ids: readonly string[],
    rules: FieldRules,
    before: Readonly<Record<string, readonly number[]>> = {},
  ) {
    this.ids = ids;
    this.#rules = rules;
    this.#samples = new Map(ids.map((id) => [id, [...(before[id] ?? [])]]));
  }

  readonly runsOf = (id: string): number => this.samplesOf(id).length;

  samplesOf(id: string): readonly number[] {
    return this.#samples.get(id) ?? [];
  }

  summaryOf(id: string): TimingSummary {
    const known = this.#summaries.get(id) ?? summarize(this.samplesOf(id));
    this.#summaries.set(id, known);
    return known;
  }

  record(id: string, ms: number): void {
    this.#samples.get(id)?.push(ms);
    this.#summaries.delete(id);
  }

  get runs(): number {
    return this.#counts().reduce((sum, count) => sum + count, 0);
  }

  /** Rounds that every network has finished. */
  get rounds(): number {
    return Math.min(...this.#counts());
  }

  /**
   * Whether the interval of this network is narrow enough. It goes on running with the others all the same: a network that
   * stopped early would have been measured at another time, and drift would hit it differently.
   */
  isPrecise(id: string): boolean {
    return isPrecise(this.summaryOf(id), this.#rules.precision);
  }

  /** Precision ends a field between two rounds only; time ends it after any run, once each network has one. */
  stopReason(elapsedMs: number): StopReason | undefined {
    const { maxMs, minRounds } = this.#rules;
    const counts = this.#counts();
    const [rounds, between] = [Math.min(...counts), Math.max(...counts) === Math.min(...counts)];
    if (between && rounds >= minRounds && this.ids.every((id) => this.isPrecise(id))) return 'precision';
    return elapsedMs >= maxMs && rounds > 0 ? 'time' : undefined;
  }

  /** Rounds that precision is expected to take: widths of intervals shrink with the square root of the number of runs. */
  #roundsNeeded(): number {
    const { precision, minRounds } = this.#rules;
    const needed = this.ids.map((id) => {
      const width = relativeHalfWidth(this.summaryOf(id));
      if (!Number.isFinite(width)) return 0;
      return width > precision ? Math.ceil(this.runsOf(id) * (width / precision) ** 2) : 0;
    });
    return Math.max(minRounds, ...needed);
  }

  /** An estimate, never more than the time limit leaves. */
  remainingMs(elapsedMs: number): number {
    const left = Math.max(0, this.#rules.maxMs - elapsedMs);
    if (this.runs === 0 || elapsedMs === 0) return left;
    return Math.min(left, this.#runsLeft() * (elapsedMs / this.runs));
  }

  /** Runs that it is expected to take in all, within the time limit. */
  expectedRuns(elapsedMs: number): number {
    if (this.runs === 0 || elapsedMs === 0) return this.runs + this.#runsLeft();
    return this.runs + Math.round(this.remainingMs(elapsedMs) / (elapsedMs / this.runs));
  }

  /** Runs that precision is expected to take from here; Infinity where the precision asked for is 0. */
  #runsLeft(): number {
    return Math.max(0, this.#roundsNeeded() * this.ids.length - this.runs);
  }

  #counts(): readonly number[] {
    return [...this.#samples.values()].map(({ length }) => length);
  }
}
