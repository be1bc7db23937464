// What was measured on this device, kept between visits: one record per network and device.
import type { DeviceFacts } from '$lib/engines/devices.ts';
import type { Measurement } from '$lib/engines/protocol.ts';
import { recall, remember } from './storage.ts';

export interface MeasurementRecord {
  /** `configKey` of the network. */
  readonly key: string;
  readonly facts: DeviceFacts;
  readonly medianMs: number;
  readonly p90Ms: number;
  readonly lowMs: number;
  readonly highMs: number;
  readonly runs: number;
  /** ISO time. */
  readonly at: string;
}

const LIMIT = 300;

function isRecord(value: unknown): value is MeasurementRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { key, facts, medianMs, at } = value as Partial<MeasurementRecord>;
  return (
    typeof key === 'string' &&
    typeof facts?.device === 'string' &&
    Number.isFinite(medianMs) &&
    typeof at === 'string'
  );
}

export class Measurements {
  #records = $state.raw<readonly MeasurementRecord[]>([]);
  /** The browser refused to store the last record; it lasts until the page closes. */
  unsaved = $state(false);

  /** Takes over what is stored, also by other tabs, unless what is in memory could not be stored. */
  restore(): void {
    if (this.unsaved) return;
    try {
      const stored: unknown = JSON.parse(recall('lcnet.measurements') ?? '[]');
      if (Array.isArray(stored)) this.#records = stored.filter(isRecord);
    } catch {
      // unreadable storage counts as empty; it is replaced by the next measurement
    }
  }

  find(key: string, device: string | undefined): MeasurementRecord | undefined {
    return this.#records.find((record) => record.key === key && record.facts.device === device);
  }

  add(key: string, { facts, medianMs, p90Ms, interval, runs }: Measurement): void {
    const record = {
      key,
      facts,
      medianMs,
      p90Ms,
      lowMs: interval.low,
      highMs: interval.high,
      runs,
      at: new Date().toISOString(),
    };
    this.restore();
    const others = this.#records.filter((old) => old.key !== key || old.facts.device !== facts.device);
    this.#records = [record, ...others].slice(0, LIMIT);
    this.unsaved = !remember('lcnet.measurements', JSON.stringify(this.#records));
  }
}
