// Tasks: the plan's steps, further fused by what these kernels can do: a sum goes into the product before it, a shuffle into the concatenation.
import { isKind, type Graph, type Node } from '../../../core/graph/ir.ts';
import { makePlan, type Step } from '../../plan.ts';

export interface Task extends Omit<Step, 'frees'> {
  /** A result that is added to the task's own, after its activation. */
  readonly residual: string | undefined;
  /** Of a concatenation: groups of the channel shuffle that follows; 1 if none does. */
  readonly shuffleGroups: number;
}

/** How many tasks read each result. */
export function readersOf(tasks: readonly Pick<Task, 'inputs'>[]): ReadonlyMap<string, number> {
  const readers = new Map<string, number>();
  for (const name of tasks.flatMap(({ inputs }) => inputs)) readers.set(name, (readers.get(name) ?? 0) + 1);
  return readers;
}

/** A matrix product here: a linear layer, or a convolution over all channels. */
export const isProduct = (core: Node | undefined): core is Node<'conv' | 'linear'> =>
  core !== undefined && (isKind(core, 'linear') || (isKind(core, 'conv') && core.op.groups === 1));

/** Each of the shuffle's groups is one input of the concatenation: then every input can be put in its place at once. */
const isAligned = (concat: Node, groups: number): boolean =>
  concat.inputShapes.length === groups &&
  concat.inputShapes.every(([, , channels]) => channels * groups === concat.shape[2]);

/** Steps as they are: nothing is fused but what the plan has fused. */
export const plainTasks = (graph: Graph): readonly Task[] =>
  makePlan(graph).map((step) => ({ ...step, residual: undefined, shuffleGroups: 1 }));

export function fusedTasks(graph: Graph): readonly Task[] {
  const plain = plainTasks(graph);
  const readers = readersOf(plain);
  const tasks: Task[] = [];
  const only = (name: string | undefined) =>
    readers.get(name ?? '') === 1 ? tasks.findIndex((task) => task.name === name) : -1;
  for (const task of plain) {
    const { core, name, nodes } = task;
    if (core && isKind(core, 'add') && !task.activation) {
      // the later of the two: the other is there by then
      const at = Math.max(...core.inputs.map(only));
      const before = tasks[at];
      const other = core.inputs.find((input) => input !== before?.name);
      const isThere = core.inputs.every((input) => tasks.findIndex((each) => each.name === input) <= at);
      if (
        before &&
        other !== undefined &&
        isThere &&
        isProduct(before.core) &&
        before.residual === undefined
      ) {
        const [inputs, all] = [
          [...before.inputs, other],
          [...before.nodes, ...nodes],
        ];
        tasks[at] = { ...before, name, nodes: all, inputs, residual: other };
        continue;
      }
    }
    if (core && isKind(core, 'shuffle')) {
      const at = only(core.inputs[0]);
      const before = tasks[at];
      if (before?.core && isKind(before.core, 'concat') && isAligned(before.core, core.op.groups)) {
        tasks[at] = { ...before, name, nodes: [...before.nodes, ...nodes], shuffleGroups: core.op.groups };
        continue;
      }
    }
    tasks.push(task);
  }
  return tasks;
}
