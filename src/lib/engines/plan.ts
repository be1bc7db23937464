// The plan: a graph as the steps that engines run, with batch norm, activation, dropout and flatten fused into their neighbours.
import { isKind, type Graph, type Node } from '../core/graph/ir.ts';

export interface Step {
  /** Name of its result: that of its last node. */
  readonly name: string;
  /** The nodes it covers, in order. */
  readonly nodes: readonly Node[];
  /** What is computed; absent where the step only scales or reshapes. */
  readonly core: Node | undefined;
  readonly norm: Node<'batchNorm'> | undefined;
  /** Applied to the core's result. */
  readonly activation: Node<'activation'> | undefined;
  /** Factor on the core's input (or on the result, where there is no core), from dropout. */
  readonly scale: number;
  /** Results that it reads. */
  readonly inputs: readonly string[];
  /** Results that nobody reads after it. */
  readonly frees: readonly string[];
}

interface Draft {
  nodes: Node[];
  core: Node | undefined;
  norm: Node<'batchNorm'> | undefined;
  activation: Node<'activation'> | undefined;
  scale: number;
}

const isLinear = ({ op: { kind } }: Node): boolean => kind === 'conv' || kind === 'linear';

/** Factor that dropout leaves at inference. */
const dropoutScale = ({ op }: Node<'dropout'>): number => (op.mode === 'downscale' ? 1 - op.rate : 1);

/** Extends the draft by a node that alone reads its result, if the two can be one step. */
function absorb(draft: Draft, node: Node): boolean {
  const { core, norm, activation } = draft;
  const extend = (change: Partial<Draft>) => Object.assign(draft, change, { nodes: [...draft.nodes, node] });
  if (isKind(node, 'batchNorm')) {
    if (core?.op.kind !== 'conv' || norm || activation) return false;
    return Boolean(extend({ norm: node }));
  }
  if (isKind(node, 'activation')) {
    if (!core || !isLinear(core) || activation) return false;
    return Boolean(extend({ activation: node }));
  }
  if (core) return false;
  if (isLinear(node)) return Boolean(extend({ core: node }));
  if (node.op.kind === 'flatten') return Boolean(extend({}));
  if (isKind(node, 'dropout')) return Boolean(extend({ scale: draft.scale * dropoutScale(node) }));
  return false;
}

const isPassive = ({ op: { kind } }: Node): boolean => kind === 'dropout' || kind === 'flatten';

const start = (node: Node): Draft => ({
  nodes: [node],
  core: isPassive(node) ? undefined : node,
  norm: undefined,
  activation: undefined,
  scale: isKind(node, 'dropout') ? dropoutScale(node) : 1,
});

const last = ({ nodes }: Draft): Node => nodes.at(-1) as Node;

/** Every node of the graph but its input is in exactly one step. */
export function makePlan({ nodes }: Graph): readonly Step[] {
  const readers = new Map<string, number>();
  for (const name of nodes.flatMap(({ inputs }) => inputs)) readers.set(name, (readers.get(name) ?? 0) + 1);
  const drafts: Draft[] = [];
  for (const node of nodes) {
    if (node.op.kind === 'input') continue;
    const [source] = node.inputs;
    const before = drafts.find((draft) => last(draft).name === source);
    const alone = node.inputs.length === 1 && readers.get(source ?? '') === 1;
    if (!(before && alone && absorb(before, node))) drafts.push(start(node));
  }
  const steps = drafts.map((draft) => ({
    ...draft,
    name: last(draft).name,
    inputs: draft.nodes[0]?.inputs ?? [],
  }));
  const lastReader = new Map(
    steps.flatMap(({ name, inputs }) => inputs.map((input) => [input, name] as const)),
  );
  return steps.map((step) => ({
    ...step,
    frees: [...new Set(step.inputs)].filter((input) => lastReader.get(input) === step.name),
  }));
}

/** Nodes grouped by step; the input, which nobody computes, is a group of its own. */
export const groupsOf = (
  graph: Graph,
  steps: readonly Pick<Step, 'nodes'>[],
): readonly (readonly string[])[] => [
  ...graph.nodes.filter((node) => node.op.kind === 'input').map(({ name }) => [name]),
  ...steps.map(({ nodes }) => nodes.map(({ name }) => name)),
];
