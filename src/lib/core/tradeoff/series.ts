// Points of the trade-off chart: published accuracies against one axis, one series per family and recipe.
import type { FamilyId, NetConfig } from '../config/netConfig.ts';
import type { Recipe } from '../facts/published.ts';
import { FAMILIES } from '../families/index.ts';
import { isProtocol, type AxisId } from './axes.ts';
import { KNOWN_NETWORKS, type KnownNetwork } from './networks.ts';

export interface Point {
  readonly name: string;
  readonly config: NetConfig;
  readonly key: string;
  /** In the axis' unit: ms, or millions. */
  readonly x: number;
  /** ImageNet top-1 in percent. */
  readonly top1: number;
  readonly top5: number | undefined;
  /** x was read off the official figure, within 0.03 ms, since no table has it. */
  readonly digitised: boolean;
}

export interface Series {
  readonly family: FamilyId;
  readonly label: string;
  readonly recipe: Recipe;
  /** By scale, so that a line through them is the family's front. */
  readonly points: readonly Point[];
}

/** What a network costs: in millions, bytes and ms. */
export interface Costs {
  readonly macs: number;
  /** With statistics. */
  readonly params: number;
  /** Measured on this device, if it has been. */
  readonly here?: number;
}

interface SeriesRequest {
  readonly axis: AxisId;
  readonly recipes: readonly Recipe[];
  readonly costsOf: (network: KnownNetwork) => Costs;
}

type Place = { readonly x: number; readonly digitised: boolean } | undefined;

function placeOf(network: KnownNetwork, { axis, costsOf }: SeriesRequest): Place {
  const { latencyMs, digitisedMs } = network.row;
  const x = isProtocol(axis) ? latencyMs[axis] : costsOf(network)[axis];
  if (x !== undefined) return { x, digitised: false };
  return axis === 'xeon6148' && digitisedMs !== undefined ? { x: digitisedMs, digitised: true } : undefined;
}

/** Every published network that has a place on the axis. Variants of one scale (ShuffleNetV2 with swish) follow at the end. */
export function tradeoffSeries(request: SeriesRequest): readonly Series[] {
  return Object.values(FAMILIES)
    .flatMap(({ id, label }) =>
      request.recipes.map((recipe): Series => {
        const points = KNOWN_NETWORKS.flatMap((network): readonly Point[] => {
          const { config, key, row } = network;
          if (config.family !== id || row.recipe !== recipe) return [];
          const place = placeOf(network, request);
          return place ? [{ name: row.name, config, key, top1: row.top1, top5: row.top5, ...place }] : [];
        });
        return { family: id, label, recipe, points };
      }),
    )
    .filter(({ points }) => points.length > 0);
}
