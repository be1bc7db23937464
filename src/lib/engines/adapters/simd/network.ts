// A network compiled for the kernels: constants packed once, a program per batch size, run task by task.
import type { Node } from '../../../core/graph/ir.ts';
import { elementCount } from '../../../core/graph/shapes.ts';
import type { Batch, CompiledNetwork, Values, WeightedGraph } from '../../engine.ts';
import { groupsOf } from '../../plan.ts';
import { turnTaker } from '../../turn.ts';
import { keepConstants } from './constants.ts';
import type { Machine } from './machine.ts';
import { layOut } from './places.ts';
import { arenaBytes, makeProgram, type Program } from './program.ts';
import { fusedTasks } from './tasks.ts';
import { readValues, writeValues } from './values.ts';

/** As many images go through the network together as this holds for each thread: what one task writes, the next still finds in the cache. */
const CACHE_BYTES = 1 << 19;
/** Products take four positions at a time: after the pooling, an image is one. */
const FOUR = 4;

/** Sees the input as task −1, then every task once it is done, for each part of the batch. */
type Visit = (task: number, read: () => Values) => void;

function joined(parts: readonly Values[]): Values {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function compileNetwork(machine: Machine, { graph, weights }: WeightedGraph): CompiledNetwork {
  const { heap } = machine;
  const tasks = fusedTasks(graph);
  const layout = layOut(graph, tasks);
  const constants = keepConstants(heap, tasks, weights);
  const source = { graph, tasks, layout, constants: constants.of };
  const groups = groupsOf(graph, tasks);
  const input = graph.nodes[0] as Node;
  const size = elementCount(input.shape);
  const names = [input.name, ...tasks.map(({ name }) => name)];
  const fitting = Math.max(1, Math.floor((CACHE_BYTES * machine.threads) / arenaBytes(layout, 1)));
  const together = fitting > FOUR ? FOUR * Math.round(fitting / FOUR) : fitting;
  const programs = new Map<number, Program>();

  const release = () => {
    for (const { block } of programs.values()) heap.release(block);
    programs.clear();
    heap.release(constants.block);
  };
  /** Kept for one image, and for as many as go together; an odd rest is rare. */
  function programFor(batch: number): Program {
    const kept = programs.get(batch);
    if (kept) return kept;
    const odd = [...programs.values()].find((program) => program.batch !== 1 && program.batch !== together);
    if (odd) {
      heap.release(odd.block);
      programs.delete(odd.batch);
    }
    const program = makeProgram(heap, source, batch);
    programs.set(batch, program);
    return program;
  }
  try {
    programFor(1);
  } catch (error) {
    release();
    throw error;
  }

  /** Images that fit a program. */
  async function part(
    program: Program,
    pixels: Values,
    turn: () => Promise<void> | undefined,
    visit?: Visit,
  ) {
    const { batch, records, ends, addressOf } = program;
    const spot = (name: string | undefined) => {
      const place = layout.placeOf(name ?? '');
      return { heap, place, address: addressOf(place), batch };
    };
    writeValues(spot(input.name), pixels);
    visit?.(-1, () => readValues(spot(input.name)));
    for (let i = 0, from = 0; i < tasks.length; i++) {
      const to = ends[i] as number;
      if (to > from) machine.run(records, from, to);
      from = to;
      visit?.(i, () => readValues(spot(names[i + 1])));
      const pause = turn();
      if (pause) await pause;
    }
    return readValues(spot(names.at(-1)));
  }

  async function walk({ input: pixels, batch, signal }: Batch, visit?: Visit): Promise<Values> {
    const turn = turnTaker(signal);
    machine.rouse();
    const parts: Values[] = [];
    for (let first = 0; first < batch; first += together) {
      const count = Math.min(together, batch - first);
      const pixelsOf = pixels.subarray(first * size, (first + count) * size);
      parts.push(await part(programFor(count), pixelsOf, turn, visit));
    }
    machine.check();
    return joined(parts);
  }

  return {
    groups,
    run: (request) => walk(request),
    tap: async ({ nodes, ...request }) => {
      const tapped = new Map<string, Values[]>();
      await walk(request, (task, read) => {
        const wanted = (groups[task + 1] ?? []).filter((name) => nodes.includes(name));
        if (wanted.length === 0) return;
        const values = read();
        for (const name of wanted) tapped.set(name, [...(tapped.get(name) ?? []), values]);
      });
      return new Map([...tapped].map(([name, parts]) => [name, joined(parts)]));
    },
    profile: async (request) => {
      const groupMs = new Float64Array(groups.length);
      const begin = performance.now();
      let before = begin;
      await walk(request, (task) => {
        const now = performance.now();
        groupMs[task + 1] = (groupMs[task + 1] as number) + now - before;
        before = now;
      });
      return { groupMs, wallMs: performance.now() - begin };
    },
    dispose: release,
  };
}
