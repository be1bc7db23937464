// A race: a few networks counted at once, timed in turns, and tried on test images where there are weights for them.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { configKey } from '$lib/core/options.ts';
import type { Ranged } from '$lib/core/tradeoff/highest.ts';
import type { TimingSummary } from '$lib/core/tradeoff/timing.ts';
import type { Top1 } from '$lib/core/trained/predictions.ts';
import { raceRow, type RaceMetric, type RaceRow } from '$lib/core/trained/race.ts';
import type { DeviceId } from '$lib/engines/devices.ts';
import { explorationOf } from './exploration.svelte.ts';
import { FieldMeasurement } from './field.svelte.ts';
import { FIRST_IMAGES } from './trials.svelte.ts';
import type { Workbench } from './workbench.svelte.ts';

/** Enough for a handful of small networks to come within a few percent. */
const MAX_MS = 8000;
/** Often enough to be seen coming in. */
const SHOW_EVERY_MS = 300;

/** Latencies on one device, by key, as far as they have run. */
export interface Lap {
  readonly device: DeviceId;
  readonly summaries: FieldMeasurement['summaries'];
}

export class Race {
  readonly #bench: Workbench;
  readonly rows: readonly RaceRow[];
  readonly field: FieldMeasurement;
  /** Where the next measurement runs, if not on the device of the page. */
  wanted = $state<DeviceId | undefined>();
  /** Id of the row that the learner expects to come out highest. */
  predicted = $state<string | undefined>();
  /** Where the newest measurement ran or runs. */
  #device = $state<DeviceId | undefined>();
  #before = $state.raw<readonly Lap[]>([]);

  constructor(bench: Workbench, networks: readonly { readonly id: string; readonly config: NetConfig }[]) {
    this.#bench = bench;
    this.rows = networks.map(({ id, config }) => raceRow(id, config));
    this.field = new FieldMeasurement({
      client: bench.runner.client,
      showEveryMs: SHOW_EVERY_MS,
      borrow: (pause) => bench.runner.lend(pause),
    });
  }

  /** Where the next measurement runs; unknown until the page has a device. */
  get device(): DeviceId | undefined {
    return this.wanted ?? this.#bench.runner.devices.chosen;
  }

  /** One per device, the newest last; before anything is measured, an empty one of the device to be. */
  get laps(): readonly Lap[] {
    const device = this.#device ?? this.device;
    return device === undefined ? [] : [...this.#before, { device, summaries: this.field.summaries }];
  }

  /** Latency of the newest measurement, as far as it has run. */
  timing({ key }: RaceRow): TimingSummary | undefined {
    return this.field.summaries[key];
  }

  /** On as many images as all that were tried have seen: the first images are easier than the rest. */
  top1({ trained }: RaceRow): Top1 | undefined {
    return trained && this.#bench.runner.trials.top1(configKey(trained), this.#images());
  }

  #images(): number {
    const { trials } = this.#bench.runner;
    const tried = this.rows.flatMap(
      ({ trained }) => (trained && trials.of(configKey(trained))?.length) ?? [],
    );
    return Math.min(...tried);
  }

  /** What is known of each network by one metric; those of which nothing is known are left out. */
  values(by: RaceMetric): readonly Ranged[] {
    return this.rows.flatMap((row) => {
      const { id } = row;
      if (by === 'ms') {
        const timing = this.timing(row);
        if (!timing) return [];
        const { medianMs: value, interval } = timing;
        // one run tells nothing of how much others would differ
        const [low, high] = interval.coverage > 0 ? [interval.low, interval.high] : [0, Infinity];
        return [{ id, value, low, high }];
      }
      if (by === 'top1') {
        const top1 = this.top1(row);
        if (!top1) return [];
        const { share: value, interval } = top1;
        return [{ id, value, low: interval.low, high: interval.high }];
      }
      const value = row[by];
      return [{ id, value, low: value, high: value }];
    });
  }

  /** Times all of them anew; afterwards the network of the page goes on. What other devices took stays. */
  async measure(): Promise<void> {
    const { runner } = this.#bench;
    const device = this.wanted ?? runner.devices.pick();
    this.#before = this.laps.filter((lap) => lap.device !== device && Object.keys(lap.summaries).length > 0);
    this.#device = device;
    this.field.chosen = this.rows.map(({ id, key, config }) => ({ key, name: id, config }));
    await this.field.start({ device, maxMs: MAX_MS });
  }

  /** Ends measuring for good; the network of whatever is shown next goes on at once. */
  leave(): void {
    this.field.cancel();
  }

  /** Tries those that have weights on the first test images. */
  tryImages(): Promise<void> {
    const networks = this.rows.flatMap(({ trained }) => trained ?? []);
    return explorationOf(this.#bench.runner).start(networks, [FIRST_IMAGES]);
  }
}
