// Networks that were tried and measured here, as points: top-1 with its interval against latency with its interval.
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { configOf, optionsOfKey } from '$lib/core/tradeoff/networkOptions.ts';
import { paretoFront } from '$lib/core/tradeoff/pareto.ts';
import type { Top1 } from '$lib/core/trained/predictions.ts';
import { ofTrial } from '$lib/core/trained/trialKey.ts';
import type { MeasurementRecord } from '$lib/state/measurements.svelte.ts';
import type { Runner } from '$lib/state/runner.svelte.ts';
import { FIRST_IMAGES } from '$lib/state/trials.svelte.ts';

/** Taken for granted here. */
const TAKEN: readonly string[] = ['family', 'task'];

export interface Visited {
  /** `trialKey` of the network. */
  readonly trial: string;
  readonly config: NetConfig;
  /** The settings that make it, short. */
  readonly name: string;
  readonly top1: Top1;
  readonly latency: MeasurementRecord;
  /** Tried on all test images. Networks are compared on the same ones: the first are easier or harder than the rest. */
  readonly complete: boolean;
}

/** The settings that make a network, short; and whose weights it had, where not this program's. */
export function shortName(trial: string): string {
  const { key, file } = ofTrial(trial);
  const options = Object.entries(optionsOfKey(key)).filter(([option]) => !TAKEN.includes(option));
  const scale = options.find(([option]) => option === 'scale')?.[1] ?? '1';
  const others = options.filter(([option]) => option !== 'scale');
  const settings = others.map(([option, text]) => `${option} ${text}`);
  return [`×${scale}`, ...settings, ...(file === undefined ? [] : [file])].join(' · ');
}

/** Those with enough images, on the chosen device, fastest first. */
export function visitedOf({ trials, recordOf }: Pick<Runner, 'trials' | 'recordOf'>): readonly Visited[] {
  return trials.keys
    .flatMap((trial): readonly Visited[] => {
      const { key } = ofTrial(trial);
      // the network's, whatever its weights
      const latency = recordOf(key);
      const top1 = latency && trials.top1(trial);
      if (!top1 || top1.images < FIRST_IMAGES) return [];
      const { config } = configOf(optionsOfKey(key));
      const complete = trials.isTried(trial, Infinity);
      return [{ trial, config, name: shortName(trial), top1, latency, complete }];
    })
    .sort((a, b) => a.latency.medianMs - b.latency.medianMs);
}

/** Of those that have seen all images. */
export const frontOf = (visited: readonly Visited[]): readonly Visited[] =>
  paretoFront(
    visited
      .filter(({ complete }) => complete)
      .map((each) => ({ each, x: each.latency.medianMs, y: each.top1.share })),
  ).map(({ each }) => each);
