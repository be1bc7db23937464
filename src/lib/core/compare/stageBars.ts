// Where networks spend what they cost: an additive metric per place (stem, /2, /4 … head) of every network, on one scale.
import type { MetricId } from '../metrics/index.ts';
import { against, type Against } from './against.ts';
import type { ComparedNetwork } from './network.ts';
import { inOrder, placesOf, type Place } from './place.ts';

/** Metrics that are the sum of those of the layers: only these can be shared out among places. */
export type AdditiveMetricId = Exclude<
  MetricId,
  'peakActivationBytes' | 'receptiveField' | 'arithmeticIntensity'
>;

export interface StageBar extends Against {
  /** Of the longest bar of all networks, 0 to 1. */
  readonly length: number;
  /** The network's own names of the stages that stand there. */
  readonly stages: readonly string[];
}

export interface PlaceBars {
  readonly place: Place;
  /** One per network, in their order; undefined where a network has nothing at that place. */
  readonly bars: readonly (StageBar | undefined)[];
}

export interface StageBars {
  readonly metric: AdditiveMetricId;
  readonly places: readonly PlaceBars[];
  /** What a bar of length 1 stands for. */
  readonly longest: number;
}

interface Held {
  readonly value: number;
  readonly stages: ReadonlySet<string>;
}

/** What each place of one network holds; together all of its total. */
function heldBy({ analysis }: ComparedNetwork, metric: AdditiveMetricId): ReadonlyMap<Place, Held> {
  const places = placesOf(analysis.graph);
  const held = new Map<Place, Held>();
  for (const block of analysis.graph.blocks) {
    const place = places.get(block.id);
    if (!place) continue;
    const before = held.get(place);
    held.set(place, {
      value: (before?.value ?? 0) + analysis.rollUp(metric, block),
      stages: new Set([...(before?.stages ?? []), block.stage]),
    });
  }
  return held;
}

export function stageBars(networks: readonly ComparedNetwork[], metric: AdditiveMetricId): StageBars {
  const all = networks.map((network) => heldBy(network, metric));
  const longest = Math.max(0, ...all.flatMap((held) => [...held.values()].map(({ value }) => value)));
  const places = inOrder(all.flatMap((held) => [...held.keys()])).map((place): PlaceBars => {
    const base = all[0]?.get(place)?.value ?? 0;
    const bars = all.map((held): StageBar | undefined => {
      const here = held.get(place);
      if (!here) return undefined;
      const length = longest === 0 ? 0 : here.value / longest;
      return { ...against(base, here.value), length, stages: [...here.stages] };
    });
    return { place, bars };
  });
  return { metric, places, longest };
}
