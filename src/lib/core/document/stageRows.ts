// A network as its paper would table it: a row per block, or per run of equal blocks, read off the built graph.
import type { Analysis } from '../analyze.ts';
import type { FamilyId, NetConfig, Pair } from '../config/netConfig.ts';
import type { BlockRow } from '../families/family.ts';
import { FAMILIES } from '../families/index.ts';
import { isKind, type Block, type Node, type OpKind, type Shape } from '../graph/ir.ts';
import { ACTIVATION_NAMES } from '../graph/shortName.ts';
import type { MetricId } from '../metrics/index.ts';

export const TABLE_LEVELS = ['blocks', 'runs'] as const;
/** `runs`: neighbours that are equal in everything share a row. */
export type TableLevel = (typeof TABLE_LEVELS)[number];

export interface StageRow {
  readonly stage: string;
  /** Numbers of the first and last body block, as people count; undefined in stem and head. */
  readonly numbers: readonly [first: number, last: number] | undefined;
  readonly operator: string;
  /** Undefined where the operator has none. */
  readonly kernel: Pair | undefined;
  readonly stride: Pair | undefined;
  readonly se: boolean;
  /** Empty where there is none. */
  readonly activation: string;
  /** Channels that the block expands its input to, where it does. */
  readonly expanded: number | undefined;
  readonly input: Shape;
  readonly output: Shape;
  /** Of all blocks of the row. */
  readonly params: number;
  readonly macs: number;
  /** Blocks in the row. */
  readonly count: number;
}

/** What each paper calls the blocks of its body. */
const BLOCK_NAMES = {
  pplcnet: 'DepthSepConv',
  mobilenetv1: 'DepthSepConv',
  mobilenetv2: 'Bottleneck',
  'mobilenetv3-small': 'Bneck',
  'mobilenetv3-large': 'Bneck',
  shufflenetv2: 'ShuffleUnit',
  ghostnet: 'G-bneck',
} as const satisfies Record<FamilyId, string>;

interface Named {
  readonly operator: string;
  readonly kernel: Pair | undefined;
  readonly stride: Pair | undefined;
}

/** Layers that give a block of stem or head its name. */
const LAYERS: { readonly [K in OpKind]?: (node: Node<K>) => Named } = {
  conv: ({ op: { kernel, stride } }) => ({ operator: 'Conv2D', kernel, stride }),
  maxPool: ({ op: { kernel, stride } }) => ({ operator: 'MaxPool', kernel, stride }),
  globalPool: ({ inputShapes: [shape] }) => ({
    operator: 'GAP',
    kernel: shape && [shape[0], shape[1]],
    stride: undefined,
  }),
  linear: () => ({ operator: 'FC', kernel: undefined, stride: undefined }),
};

function layerName(nodes: readonly Node[]): Named {
  for (const node of nodes) {
    const name = LAYERS[node.op.kind] as ((node: Node) => Named) | undefined;
    if (name) return name(node);
  }
  return { operator: nodes[0]?.op.kind ?? '', kernel: undefined, stride: undefined };
}

const blockName = (family: FamilyId, { hasKernel, kernel, stride }: BlockRow): Named => ({
  operator: BLOCK_NAMES[family],
  kernel: hasKernel ? [kernel, kernel] : undefined,
  stride,
});

/** Units in which a block expands its input. */
const EXPANDING: ReadonlySet<string> = new Set(['expand', 'ghost1']);

function activationOf(nodes: readonly Node[]): string {
  const node = nodes.find((layer) => isKind(layer, 'activation') && !layer.path.includes('se', 2));
  return node && isKind(node, 'activation') ? ACTIVATION_NAMES[node.op.function] : '';
}

const EMPTY: Shape = [0, 0, 0];

interface Source {
  readonly config: NetConfig;
  readonly analysis: Analysis<MetricId>;
}

function rowOf({ config, analysis }: Source, block: Block, row: BlockRow | undefined): StageRow {
  const { start, end, stage, number } = block;
  const nodes = analysis.graph.nodes.slice(start, end);
  return {
    stage,
    numbers: number === undefined ? undefined : [number, number],
    ...(row ? blockName(config.family, row) : layerName(nodes)),
    se: nodes.some(({ path }) => path.includes('se', 2)),
    activation: activationOf(nodes),
    expanded: nodes.findLast(({ path }) => EXPANDING.has(path[2] ?? ''))?.shape[2],
    input: nodes[0]?.inputShapes[0] ?? EMPTY,
    output: nodes.at(-1)?.shape ?? EMPTY,
    params: analysis.rollUp('params', { start, end }),
    macs: analysis.rollUp('macs', { start, end }),
    count: 1,
  };
}

/** Everything but numbers of blocks and counts. */
const kindOf = ({ stage, operator, kernel, stride, se, activation, expanded, input, output }: StageRow) =>
  JSON.stringify([stage, operator, kernel, stride, se, activation, expanded, input, output]);

function joined(row: StageRow, next: StageRow): StageRow {
  const numbers = row.numbers && ([row.numbers[0], next.numbers?.[1] ?? row.numbers[1]] as const);
  const [params, macs] = [row.params + next.params, row.macs + next.macs];
  return { ...row, numbers, params, macs, count: row.count + 1 };
}

/** From the stem to the classifier; the input has no row. */
export function stageRows(source: Source, level: TableLevel = 'blocks'): readonly StageRow[] {
  const { config, analysis } = source;
  const table = new Map(FAMILIES[config.family].rows(config).map((row) => [row.id, row]));
  const rows: StageRow[] = [];
  for (const block of analysis.graph.blocks.filter(({ role }) => role !== 'input')) {
    const row = rowOf(source, block, table.get(block.id));
    const last = rows.at(-1);
    const joins = level === 'runs' && row.numbers && last && kindOf(row) === kindOf(last);
    if (joins) rows[rows.length - 1] = joined(last, row);
    else rows.push(row);
  }
  return rows;
}
