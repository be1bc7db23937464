// The summary of a network as data: configuration, totals and one record per layer. Page and command line share it.
import type { Analysis } from './analyze.ts';
import type { NetConfig } from './config/netConfig.ts';
import type { Shape } from './graph/ir.ts';
import { layerKind, type LayerKind } from './graph/kind.ts';
import type { MetricId } from './metrics/index.ts';
import { FLOP_CONVENTIONS, type FlopConvention } from './metrics/flops.ts';

type Flops = Readonly<Record<FlopConvention, number>>;
type PlainMetricId = Exclude<MetricId, `flops.${string}`>;
type Counts = Readonly<Record<PlainMetricId, number>> & { readonly flops: Flops };

export type LayerSummary = Counts & {
  readonly name: string;
  readonly op: string;
  readonly kind: LayerKind;
  /** Number of the body block the layer belongs to, as people count; null in stem and head. */
  readonly block: number | null;
  readonly stage: string;
  /** [height, width, channels]. */
  readonly inputShape: Shape | null;
  readonly outputShape: Shape;
};

export interface Summary {
  readonly config: NetConfig;
  readonly totals: Counts;
  readonly layers: readonly LayerSummary[];
}

/** Splits `flops.<convention>` ids off into an object of their own. */
function counts(value: (id: MetricId) => number, ids: readonly MetricId[]): Counts {
  const isPlain = (id: MetricId): id is PlainMetricId => !id.startsWith('flops.');
  const flops = FLOP_CONVENTIONS.map((convention) => [convention, value(`flops.${convention}`)] as const);
  const plain = ids.filter(isPlain).map((id) => [id, value(id)] as const);
  return { ...Object.fromEntries(plain), flops: Object.fromEntries(flops) as Flops } as Counts;
}

export function summarize(config: NetConfig, { graph, columns, totals }: Analysis<MetricId>): Summary {
  const ids = Object.keys(columns) as readonly MetricId[];
  const layers = graph.blocks.flatMap((block) =>
    graph.nodes.slice(block.start, block.end).map((node, offset) => ({
      name: node.name,
      op: node.op.kind,
      kind: layerKind(node),
      block: block.number ?? null,
      stage: block.stage,
      inputShape: node.inputShapes[0] ?? null,
      outputShape: node.shape,
      ...counts((id) => columns[id][block.start + offset] ?? 0, ids),
    })),
  );
  return { config, totals: counts((id) => totals[id], ids), layers };
}
