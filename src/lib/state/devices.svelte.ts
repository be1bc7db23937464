// The devices of this browser: which work, why others do not, which is fastest, and which the visitor chose.
import type { EngineClient } from '$lib/engines/client.ts';
import { DEVICE_IDS, type DeviceId, type DeviceReport } from '$lib/engines/devices.ts';
import { type EngineError, isEngineError } from '$lib/engines/errors.ts';
import type { DeviceSpeed } from '$lib/engines/protocol.ts';
import { recall, remember } from './storage.ts';

/** Works almost everywhere, starts fastest and is small: runs the first network while nothing better is known. */
const FIRST: DeviceId = 'simd';

/** A device that did not run a network. */
export type DeviceFailure = EngineError<'unavailable'> | EngineError<'outOfMemory'>;

export const isDeviceFailure = (error: unknown): error is DeviceFailure =>
  isEngineError(error, 'unavailable') || isEngineError(error, 'outOfMemory');

export class Devices {
  readonly #client: EngineClient;
  #reports = $state.raw<readonly DeviceReport[]>([]);
  #chosen = $state<DeviceId | undefined>();
  #speeds = $state.raw<readonly DeviceSpeed[]>([]);
  /** Whether the visitor or a race has decided; until then the choice is provisional. */
  #decided = false;
  /** The last failure of each device that no longer runs by itself: since it was lost, or because a network was too large for it. */
  #failures = $state.raw<readonly DeviceFailure[]>([]);
  /** What was chosen, and whether for good, before a network was too large for it. */
  #before: { readonly device: DeviceId | undefined; readonly decided: boolean } | undefined;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  /** In the order of DEVICE_IDS; empty until the devices have been tried. */
  get reports(): readonly DeviceReport[] {
    return this.#reports;
  }

  /** Every device: first those that have raced, the fastest of them first. */
  get order(): readonly DeviceId[] {
    const raced = this.#speeds.map(({ device }) => device);
    return [...raced, ...DEVICE_IDS.filter((id) => !raced.includes(id))];
  }

  get chosen(): DeviceId | undefined {
    return this.#chosen;
  }

  choose(device: DeviceId): void {
    this.#chosen = device;
    this.#decided = true;
    this.#before = undefined;
    this.#failures = this.#failures.filter(({ data }) => data.device !== device);
    remember('lcnet.device', device);
  }

  /** The device to run on now: the chosen one, the one remembered from an earlier visit, or the first guess. */
  pick(): DeviceId {
    const remembered = recall('lcnet.device');
    const known = DEVICE_IDS.find((id) => id === remembered);
    if (!this.#chosen && known) this.#decided = true;
    this.#chosen ??= known ?? FIRST;
    return this.#chosen;
  }

  /** Tries every device once. */
  async probe(signal: AbortSignal): Promise<void> {
    if (this.#reports.length === 0) this.#reports = await this.#client.ask('devices', {}, { signal });
  }

  /** The failure that made another device take over. */
  get failure(): DeviceFailure | undefined {
    return this.#failures.at(-1);
  }

  /** Another network may fit where one was too large. */
  forgive(): void {
    this.#failures = this.#failures.filter(({ code }) => code !== 'outOfMemory');
    if (!this.#before) return;
    this.#chosen = this.#before.device;
    this.#decided = this.#before.decided;
    this.#before = undefined;
  }

  /** What remains when a device fails: the first that works and has not failed. Throws the failure where none remains. */
  async fallBack(failure: DeviceFailure, signal: AbortSignal): Promise<void> {
    const { device } = failure.data;
    this.#failures = [...this.#failures.filter(({ data }) => data.device !== device), failure];
    if (failure.code === 'outOfMemory') this.#before ??= { device: this.#chosen, decided: this.#decided };
    this.#decided = false;
    await this.probe(signal);
    const next = this.#reports.find((report) => this.#works(report));
    if (!next) throw failure;
    this.#chosen = next.device;
  }

  #works({ available, device }: DeviceReport): boolean {
    return available && this.#failures.every(({ data }) => data.device !== device);
  }

  /** Lets the devices that may be fastest run the loaded network, unless it is decided already. */
  async decide(signal: AbortSignal): Promise<void> {
    if (this.#decided) return;
    await this.probe(signal);
    const contenders = this.#reports
      .filter((report) => isContender(report) && this.#works(report))
      .map(({ device }) => device);
    if (contenders.length > 1) {
      const speeds = await this.#client.ask('race', { devices: contenders }, { signal });
      this.#speeds = [...speeds].sort((a, b) => a.medianMs - b.medianMs);
      this.#chosen = this.#speeds[0]?.device ?? this.#chosen;
    }
    this.#decided = true;
    // a substitute is not what the next visit begins with
    if (this.#chosen && this.#failures.length === 0) remember('lcnet.device', this.#chosen);
  }
}

/** Software graphics, plain JavaScript and the reference never win. */
const isContender = (report: DeviceReport): boolean =>
  report.available &&
  !report.facts.software &&
  report.facts.engine !== 'reference' &&
  report.device !== 'cpu';
