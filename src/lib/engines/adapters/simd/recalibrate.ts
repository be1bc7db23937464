// Batch norm recalibrated by a batch of images: each convolution runs once, its statistics are taken, then its norm is applied in place.
import { isKind, type Graph, type Node } from '../../../core/graph/ir.ts';
import { ChannelStatistics, keepStatistics } from '../../../core/weights/channelStatistics.ts';
import { FLOAT32_BYTES } from '../../../core/metrics/metric.ts';
import type { NamedTensor, NamedTensors } from '../../../core/weights/tensors.ts';
import type { Batch, WeightedGraph } from '../../engine.ts';
import { turnTaker } from '../../turn.ts';
import { keepConstants, type Constants } from './constants.ts';
import { meanInstruction } from './instructions/mean.ts';
import type { Heap } from './heap.ts';
import type { Machine } from './machine.ts';
import { normAffine } from './pack.ts';
import { layOut, type Place } from './places.ts';
import { makeProgram, type Program } from './program.ts';
import { partsOf, RECORD_BYTES, writeRecord } from './records.ts';
import { plainTasks, type Task } from './tasks.ts';
import { writeValues } from './values.ts';

/** Batch norms are tasks of their own here, each with the activation that follows. */
const splitTasks = (graph: Graph): readonly Task[] =>
  plainTasks(graph).flatMap((task) => {
    const { core, norm, activation, name, nodes } = task;
    if (!core || !norm) return [task];
    const bare = {
      ...task,
      name: core.name,
      nodes: nodes.slice(0, nodes.indexOf(norm)),
      norm: undefined,
      activation: undefined,
    };
    const rest = nodes.slice(nodes.indexOf(norm));
    return [
      bare,
      {
        ...task,
        name,
        nodes: rest,
        core: norm,
        norm: undefined,
        activation,
        scale: 1,
        inputs: [bare.name],
      },
    ];
  });

const isNorm = (task: Task): task is Task & { readonly core: Node<'batchNorm'> } =>
  task.core !== undefined && isKind(task.core, 'batchNorm');

/** So much of a layer at a time, about a millisecond's work: with all images it holds every core for long, and whoever turns a knob meanwhile waits. */
const PARTS_PER_PIECE = 256;

/** Runs records [from, to) of the program at that address. */
type Run = (records: number, from: number, to: number) => Promise<void>;

/** Mean and variance of each channel of what lies in that place. */
async function statisticsOf(
  heap: Heap,
  run: Run,
  program: Program,
  place: Place,
): Promise<ChannelStatistics> {
  const { batch, addressOf } = program;
  const [, , channels] = place.shape;
  const row = 4 * Math.ceil(channels / 4);
  const bytes = FLOAT32_BYTES * row * batch;
  const scratch = heap.allocate(2 * RECORD_BYTES + 2 * bytes);
  try {
    const means = scratch + 2 * RECORD_BYTES;
    for (const [i, of] of (['values', 'squares'] as const).entries()) {
      const target = { target: means + i * bytes, targetImage: FLOAT32_BYTES * row, channelStep: 0, of };
      writeRecord(
        heap.memory.buffer,
        scratch + i * RECORD_BYTES,
        meanInstruction({ batch, addressOf }, place, target),
      );
    }
    await run(scratch, 0, 2);
    const read = (i: number, image: number) =>
      heap.floats(means + i * bytes + image * FLOAT32_BYTES * row, channels);
    const statistics = new ChannelStatistics(channels);
    for (let image = 0; image < batch; image++) statistics.add(read(0, image), read(1, image));
    return statistics;
  } finally {
    heap.release(scratch);
  }
}

export async function recalibrate(
  machine: Machine,
  source: WeightedGraph,
  images: Batch,
): Promise<NamedTensors> {
  const { heap } = machine;
  const { graph } = source;
  const weights = new Map<string, NamedTensor>(source.weights);
  const turn = turnTaker(images.signal);
  const run: Run = async (records, from, to) => {
    for (let record = from; record < to; record++) {
      const pieces = Math.ceil(
        partsOf(heap.memory.buffer, records + record * RECORD_BYTES) / PARTS_PER_PIECE,
      );
      for (let piece = 0; piece < pieces; piece++) {
        machine.run(records, record, record + 1, piece, pieces);
        const pause = turn();
        if (pause) await pause;
      }
    }
  };
  const split = splitTasks(graph);
  const tasks = split.slice(0, split.findLastIndex(isNorm) + 1);
  if (tasks.length === 0) return weights;
  const layout = layOut(graph, tasks);
  const constants = keepConstants(heap, tasks, weights);
  try {
    const program = makeProgram(heap, { graph, tasks, layout, constants: constants.of }, images.batch);
    try {
      const input = layout.placeOf((graph.nodes[0] as Node).name);
      writeValues(
        { heap, place: input, address: program.addressOf(input), batch: images.batch },
        images.input,
      );
      for (let i = 0, from = 0; i < tasks.length; i++) {
        const task = tasks[i] as Task;
        if (isNorm(task)) {
          keepStatistics(
            weights,
            task.core.name,
            await statisticsOf(heap, run, program, layout.placeOf(task.inputs[0] as string)),
          );
          const { gain, offset } = normAffine(task.core, weights);
          const at = constants.of[i] as Constants;
          heap.floats(at.gain, gain.length).set(gain);
          heap.floats(at.offset, offset.length).set(offset);
        }
        const to = program.ends[i] as number;
        // a margin is cleared before anything is written: it may come first
        await run(program.records, from, to);
        from = to;
      }
      return weights;
    } finally {
      heap.release(program.block);
    }
  } finally {
    heap.release(constants.block);
  }
}
