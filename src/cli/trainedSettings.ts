// Which networks have trained weights: said on the command line.
import type { NetConfig } from '../lib/core/config/netConfig.ts';
import { SETTINGS } from '../lib/core/config/settings.ts';
import { nearestTrained, untrainedSettings } from '../lib/core/trained/covers.ts';
import { Failure } from './failure.ts';

/** Failure that names the first setting for which there are no trained weights. */
export function refuseUntrained(config: NetConfig): void {
  const [setting] = untrainedSettings(config);
  if (setting === undefined) return;
  const { option, write } = SETTINGS[setting];
  const found = (write as (value: unknown) => string)(config[setting]);
  const trained = (write as (value: unknown) => string)(nearestTrained(config)[setting]);
  throw new Failure(
    `--${option} ${found}: trained weights are there for --${option} ${trained} alone, with any --kernels, --se and --scale up to 1`,
  );
}
