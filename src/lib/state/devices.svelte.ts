// The devices of this browser: which work, why others do not, which is fastest, and which the visitor chose.
import type { EngineClient } from '$lib/engines/client.ts';
import { DEVICE_IDS, type DeviceId, type DeviceReport } from '$lib/engines/devices.ts';
import { EngineError } from '$lib/engines/errors.ts';
import { recall, remember } from './storage.ts';

export class Devices {
  readonly #client: EngineClient;
  #reports = $state.raw<readonly DeviceReport[]>([]);
  #chosen = $state<DeviceId | undefined>();

  constructor(client: EngineClient) {
    this.#client = client;
  }

  get reports(): readonly DeviceReport[] {
    return this.#reports;
  }

  get known(): boolean {
    return this.#reports.length > 0;
  }

  get chosen(): DeviceId | undefined {
    return this.#chosen;
  }

  choose(device: DeviceId): void {
    this.#chosen = device;
    this.#decided = true;
    remember('lcnet.device', device);
  }

  /** Whether the visitor (now or on an earlier visit) or a race decided; until then the choice is provisional. */
  #decided = false;

  /** Lets the devices that may be fastest run the loaded network, unless it is decided already. */
  async race(signal: AbortSignal): Promise<void> {
    if (this.#decided) return;
    const contenders = this.#reports.flatMap((report) =>
      report.available &&
      !report.facts.software &&
      report.facts.engine !== 'reference' &&
      report.device !== 'cpu'
        ? [report.device]
        : [],
    );
    if (contenders.length > 1) {
      const speeds = await this.#client.ask('race', { devices: contenders }, { signal });
      const [fastest] = [...speeds].sort((a, b) => a.medianMs - b.medianMs);
      this.#chosen = fastest?.device ?? this.#chosen;
    }
    this.#decided = true;
  }

  /** The chosen device; at first the remembered one, else the first that works. */
  async pick(signal: AbortSignal): Promise<DeviceId> {
    if (!this.known) this.#reports = await this.#client.ask('devices', {}, { signal });
    const works = (id: string | null | undefined) =>
      this.#reports.some(({ device, available }) => available && device === id);
    if (!works(this.#chosen)) {
      const remembered = recall('lcnet.device');
      this.#decided = works(remembered);
      this.#chosen = DEVICE_IDS.find((id) => id === remembered && works(id)) ?? DEVICE_IDS.find(works);
    }
    if (!this.#chosen)
      throw new EngineError('failed', 'no device works here', { cause: 'no device works here' });
    return this.#chosen;
  }
}
