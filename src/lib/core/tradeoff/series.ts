// Points of the trade-off chart: published accuracies against one axis, one series per family and recipe.
import type { FamilyId, NetConfig } from '../config/netConfig.ts';
import type { Recipe } from '../facts/published.ts';
import { TIMM } from '../facts/timm.ts';
import { FAMILIES } from '../families/index.ts';
import { isProtocol, type AxisId } from './axes.ts';
import { KNOWN_NETWORKS, type KnownNetwork } from './networks.ts';

export interface Point {
  readonly name: string;
  /** The network itself; timm builds its own variants, which are not built here. */
  readonly config: NetConfig | undefined;
  /** `configKey` of the network, or timm's name. */
  readonly key: string;
  /** In the axis' unit: ms, or millions. */
  readonly x: number;
  /** ImageNet top-1 in percent. */
  readonly top1: number;
  readonly top5: number | undefined;
  /** 95 % interval of x, where x is measured. */
  readonly range: readonly [low: number, high: number] | undefined;
  /** A width of the family; other variants (swish) stand beside the line. */
  readonly onLine: boolean;
  /** x was read off the official figure, within 0.03 ms, since no table has it. */
  readonly digitised: boolean;
}

export interface Series {
  readonly family: FamilyId;
  readonly label: string;
  readonly recipe: Recipe | 'timm';
  /** Measured on another device than the rest of the chart. */
  readonly beside?: boolean;
  /** By scale, so that a line through them is the family's front. */
  readonly points: readonly Point[];
}

/** What a network costs: in millions, bytes and ms. */
export interface Costs {
  readonly macs: number;
  /** With statistics. */
  readonly params: number;
  /** What convolutions and linear layers write, in MB. */
  readonly activations: number;
  /** ms measured on this device, if it has been, with its 95 % interval. */
  readonly here?: number | undefined;
  readonly range?: readonly [low: number, high: number] | undefined;
}

interface SeriesRequest {
  readonly axis: AxisId;
  readonly recipes: readonly Recipe[];
  readonly costsOf: (network: KnownNetwork) => Costs;
}

type Place = Pick<Point, 'x' | 'digitised' | 'range'> | undefined;

function placeOf(network: KnownNetwork, { axis, costsOf }: SeriesRequest): Place {
  const { latencyMs, digitisedMs } = network.row;
  if (!isProtocol(axis)) {
    const costs = costsOf(network);
    const x = costs[axis];
    return x === undefined
      ? undefined
      : { x, digitised: false, range: axis === 'here' ? costs.range : undefined };
  }
  const x = latencyMs[axis];
  if (x !== undefined) return { x, digitised: false, range: undefined };
  return axis === 'xeon6148' && digitisedMs !== undefined
    ? { x: digitisedMs, digitised: true, range: undefined }
    : undefined;
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
          const { name, top1, top5, change } = row;
          const onLine = !('activation' in change);
          return place ? [{ name, config, key, top1, top5, onLine, ...place }] : [];
        });
        return { family: id, label, recipe, points };
      }),
    )
    .filter(({ points }) => points.length > 0);
}

/** What timm trained, against its own counts as printed; it publishes no latency under the protocols here. */
export function timmSeries(axis: AxisId): readonly Series[] {
  if (axis !== 'macs' && axis !== 'params') return [];
  return Object.values(FAMILIES)
    .map(({ id, label }): Series => {
      const points = TIMM.filter(({ family }) => family === id).map(
        ({ name, top1, top5, paramsM, gmacs }): Point => ({
          name,
          config: undefined,
          key: name,
          x: axis === 'macs' ? gmacs * 1000 : paramsM,
          top1,
          top5,
          range: undefined,
          onLine: true,
          digitised: false,
        }),
      );
      return { family: id, label, recipe: 'timm', points };
    })
    .filter(({ points }) => points.length > 0);
}
