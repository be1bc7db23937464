// The words of a field measurement: what is asked, what is heard on the way, what comes out.
import type { NetConfig } from '../../core/config/netConfig.ts';
import type { StopReason } from '../../core/tradeoff/field.ts';
import type { TimingSummary } from '../../core/tradeoff/timing.ts';
import type { DeviceFacts, DeviceId } from '../devices.ts';

export interface FieldMember {
  /** Unlike any other of the field; `configKey` serves well. */
  readonly id: string;
  readonly config: NetConfig;
}

/** What an earlier, stopped measurement of the same field has taken: it goes on from there. */
export interface FieldSoFar {
  readonly samplesMs: Readonly<Record<string, readonly number[]>>;
  readonly elapsedMs: number;
}

export interface FieldArgs {
  readonly device: DeviceId;
  readonly networks: readonly FieldMember[];
  /** Of the order of runs and of the weights, which are untrained. */
  readonly seed: number;
  /** Defaults: FIELD_RULES of core/tradeoff/field.ts. */
  readonly precision?: number;
  readonly maxMs?: number;
  readonly minRounds?: number;
  /** What networks on the device together may take; beyond it they take turns in batches. */
  readonly budgetBytes?: number;
  readonly before?: FieldSoFar;
}

export interface FieldRun {
  readonly id: string;
  readonly ms: number;
}

export interface FieldProgress {
  /** `prepare`: weights and compiling; `warmup`: runs that do not count; `measure`: rounds. */
  readonly phase: 'prepare' | 'warmup' | 'measure';
  /** Networks prepared or warmed up; runs while measuring. */
  readonly done: number;
  /** Of how many; while measuring an estimate that grows and shrinks, within the time limit. */
  readonly total: number;
  /** Rounds that every network has finished. */
  readonly round: number;
  /** Of the rounds, preparations in between included, that before the first one not. */
  readonly elapsedMs: number;
  /** An estimate, at most what the time limit leaves. */
  readonly remainingMs: number;
  readonly facts: DeviceFacts;
  /** Timed runs since the last progress, in order. */
  readonly runs: readonly FieldRun[];
  /** Summaries of the networks among them, by id. */
  readonly summaries: Readonly<Record<string, TimingSummary>>;
}

export interface FieldResult {
  readonly id: string;
  readonly summary: TimingSummary;
  /** In the order in which they were taken. */
  readonly samplesMs: Float64Array<ArrayBuffer>;
}

export interface FieldAnswer {
  readonly facts: DeviceFacts;
  /** In the order asked for. */
  readonly networks: readonly FieldResult[];
  readonly rounds: number;
  readonly stoppedBy: StopReason;
  readonly elapsedMs: number;
  /** 1 unless the networks did not fit on the device together. */
  readonly batches: number;
}
