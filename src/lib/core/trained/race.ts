// One network of a race: what can be counted of it, what has been published, and whether there are weights to try it with.
import { analyze } from '../analyze.ts';
import type { NetConfig, TaskId } from '../config/netConfig.ts';
import type { PublishedNetwork } from '../facts/published.ts';
import { FAMILIES } from '../families/index.ts';
import { METRICS } from '../metrics/index.ts';
import { configKey, withTask } from '../options.ts';
import { publishedFor } from '../published.ts';
import { untrainedSettings } from './covers.ts';

/** What networks of a race can be compared by: two counts, and two that are measured. */
export type RaceMetric = 'params' | 'macs' | 'ms' | 'top1';

export interface RaceRow {
  readonly id: string;
  readonly config: NetConfig;
  readonly key: string;
  readonly params: number;
  readonly macs: number;
  /** Top-1 on ImageNet in percent, where it has been published. */
  readonly published: number | undefined;
  /** Latencies in ms that have been published, by protocol. */
  readonly publishedMs: PublishedNetwork['latencyMs'];
  /** The same network for the task that there are weights for; undefined where there are none for it. */
  readonly trained: NetConfig | undefined;
}

/** The same network for a task; undefined where input or strides of its own would be lost on the way. */
function asTask(config: NetConfig, task: TaskId): NetConfig | undefined {
  const other = withTask(config, task);
  return configKey(withTask(other, config.task)) === configKey(config) ? other : undefined;
}

export function raceRow(id: string, config: NetConfig): RaceRow {
  const { params, macs } = analyze(FAMILIES[config.family].build(config), METRICS).totals;
  const [small, large] = (['fashion-mnist', 'imagenet'] as const).map((task) => asTask(config, task));
  const row = large && publishedFor(large).find(({ recipe }) => recipe === 'plain');
  return {
    id,
    config,
    key: configKey(config),
    params,
    macs,
    published: row?.top1,
    publishedMs: row?.latencyMs ?? {},
    trained: small && untrainedSettings(small).length === 0 ? small : undefined,
  };
}
