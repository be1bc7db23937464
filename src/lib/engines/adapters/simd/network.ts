// A network compiled for the kernels: constants packed once, a program per batch size, run task by task.
import type { Node } from '../../../core/graph/ir.ts';
import type { Batch, CompiledNetwork, Values, WeightedGraph } from '../../engine.ts';
import { groupsOf } from '../../plan.ts';
import { turnTaker } from '../../turn.ts';
import { keepConstants } from './constants.ts';
import type { Machine } from './machine.ts';
import { layOut } from './places.ts';
import { makeProgram, type Program } from './program.ts';
import { fusedTasks } from './tasks.ts';
import { readValues, writeValues } from './values.ts';

/** Sees the input as task −1, then every task once it is done. */
type Visit = (task: number, read: (name: string) => Values) => void;

export function compileNetwork(machine: Machine, { graph, weights }: WeightedGraph): CompiledNetwork {
  const { heap } = machine;
  const tasks = fusedTasks(graph);
  const layout = layOut(graph, tasks);
  const constants = keepConstants(heap, tasks, weights);
  const source = { graph, tasks, layout, constants: constants.of };
  let program: Program;
  try {
    program = makeProgram(heap, source, 1);
  } catch (error) {
    heap.release(constants.block);
    throw error;
  }
  const groups = groupsOf(graph, tasks);
  const input = (graph.nodes[0] as Node).name;
  const output = tasks.at(-1)?.name ?? input;

  /** One program at a time: another batch size replaces it. */
  function programFor(batch: number): Program {
    if (program.batch === batch) return program;
    const next = makeProgram(heap, source, batch);
    heap.release(program.block);
    program = next;
    return next;
  }

  async function walk({ input: pixels, batch, signal }: Batch, visit?: Visit): Promise<Values> {
    const { records, ends, addressOf } = programFor(batch);
    const turn = turnTaker(signal);
    const spot = (name: string) => {
      const place = layout.placeOf(name);
      return { heap, place, address: addressOf(place), batch };
    };
    const read = (name: string) => readValues(spot(name));
    writeValues(spot(input), pixels);
    visit?.(-1, read);
    for (let i = 0, from = 0; i < tasks.length; i++) {
      const to = ends[i] as number;
      if (to > from) machine.run(records, from, to);
      from = to;
      visit?.(i, read);
      const pause = turn();
      if (pause) await pause;
    }
    return read(output);
  }

  return {
    groups,
    run: (request) => walk(request),
    tap: async ({ nodes, ...request }) => {
      const tapped = new Map<string, Values>();
      await walk(request, (task, read) => {
        const wanted = (groups[task + 1] ?? []).filter((name) => nodes.includes(name));
        if (wanted.length === 0) return;
        const values = read(tasks[task]?.name ?? input);
        for (const name of wanted) tapped.set(name, values);
      });
      return tapped;
    },
    profile: async (request) => {
      const groupMs = new Float64Array(groups.length);
      const begin = performance.now();
      let before = begin;
      await walk(request, (task) => {
        const now = performance.now();
        groupMs[task + 1] = now - before;
        before = now;
      });
      return { groupMs, wallMs: performance.now() - begin };
    },
    dispose: () => {
      heap.release(program.block);
      heap.release(constants.block);
    },
  };
}
