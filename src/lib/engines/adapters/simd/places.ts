// Places: where each result lies. A concatenation's inputs are written straight into it, a slice is a view, elementwise work is done in place.
import { isKind, type Graph, type Node, type Shape } from '../../../core/graph/ir.ts';
import { paddingAmount } from '../../../core/graph/padding.ts';
import { readersOf, type Task } from './tasks.ts';

/** Positions around a tensor that hold zeros, for the windows that reach beyond it. */
export interface Margins {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A tensor in memory, channels last, with margins. */
export interface Room {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Values from one position to the next: the channels, filled up to whole vectors. */
  readonly pixel: number;
  readonly margins: Margins;
  /** The first and the last task that uses it; −1 is before the first. */
  from: number;
  to: number;
}

/** A result in a room: all of its channels, or some. */
export interface Place {
  readonly room: Room;
  readonly shape: Shape;
  /** Its first channel in the room, and from each channel to the next: 1, or more where a shuffle takes turns. */
  readonly channel: number;
  readonly step: number;
}

export interface Layout {
  readonly rooms: readonly Room[];
  readonly placeOf: (name: string) => Place;
  /** Whether an input of a concatenation has been written straight into it. */
  readonly isInside: (concat: string, input: number) => boolean;
}

/** Pixels around the windows of a layer. */
export function marginsOf({ op, inputShapes }: Node<'conv' | 'maxPool'>): Margins {
  const { kernel, stride, padding } = op;
  const [height, width] = inputShapes[0] as Shape;
  const y = paddingAmount({ size: height, kernel: kernel[0], stride: stride[0], padding });
  const x = paddingAmount({ size: width, kernel: kernel[1], stride: stride[1], padding });
  return { top: y.before, bottom: y.after, left: x.before, right: x.after };
}

/**
 * Positions that are a power of two apart fall into the same few lines of a cache and drive each other out: one line more,
 * and they do not.
 */
const spread = (values: number): number => (values % 64 === 0 ? values + 16 : values);

/** Rows that begin at whole words of eight bytes: into shared memory, all others are copied byte by byte. */
function alignRows({ pixel, width, margins }: Room): void {
  margins.left += (margins.left * pixel) % 2;
  margins.right += ((margins.left + width + margins.right) * pixel) % 2;
}

const IN_PLACE = new Set(['batchNorm', 'activation', 'multiply', 'add']);

/** Dropout and flatten that only give another name. */
const isRenaming = ({ core, scale }: Task): boolean => core === undefined && scale === 1;
const isView = (task: Task): boolean => task.core?.op.kind === 'slice' || isRenaming(task);
const worksInPlace = ({ core }: Task): boolean => (core ? IN_PLACE.has(core.op.kind) : true);

const shapeOf = ({ nodes }: Task): Shape => nodes.at(-1)?.shape as Shape;

export function layOut(graph: Graph, tasks: readonly Task[]): Layout {
  const rooms: Room[] = [];
  const places = new Map<string, Place>();
  const inside = new Set<string>();
  const readers = readersOf(tasks);
  const makers = new Map(tasks.map((task, i) => [task.name, i]));
  const input = graph.nodes[0] as Node;

  const newRoom = (shape: Shape, pixel: number): Place => {
    const [height, width, channels] = shape;
    const margins = { top: 0, bottom: 0, left: 0, right: 0 };
    const room: Room = { height, width, channels, pixel, margins, from: Infinity, to: -1 };
    rooms.push(room);
    return { room, shape, channel: 0, step: 1 };
  };
  /** The last task that reads a result or a view of it. */
  const lastReader = (name: string): number =>
    Math.max(...tasks.map((task, i) => (task.inputs.includes(name) ? (isView(task) ? Math.max(i, lastReader(task.name)) : i) : -1))); // prettier-ignore
  /** Somebody computes it, and nobody has yet said where it goes. */
  const isFree = (name: string): boolean => {
    const maker = tasks[makers.get(name) ?? -1];
    return maker !== undefined && !isView(maker) && !places.has(name);
  };

  // From the end: who uses a result says where it should be.
  for (let i = tasks.length - 1; i >= 0; i--) {
    const task = tasks[i] as Task;
    if (isView(task)) continue;
    const shape = shapeOf(task);
    const place = places.get(task.name) ?? newRoom(shape, spread(4 * Math.ceil(shape[2] / 4)));
    places.set(task.name, place);
    const { core, inputs, shuffleGroups: groups } = task;
    if (core && isKind(core, 'concat')) {
      let channel = 0;
      for (const [j, name] of inputs.entries()) {
        const own = core.inputShapes[j] as Shape;
        // where channels take turns, only the concatenation itself can read them
        if (isFree(name) && (groups === 1 ? place.step === 1 : readers.get(name) === 1 && place.step === 1)) {
          const start = groups === 1 ? channel : j;
          places.set(name, { room: place.room, shape: own, channel: place.channel + start, step: groups });
          inside.add(`${task.name} ${j}`);
        }
        channel += own[2];
      }
    } else if (worksInPlace(task)) {
      const [first] = inputs as readonly [string, ...string[]];
      if (place.step === 1 && isFree(first) && lastReader(first) === i) places.set(first, place);
    }
  }
  // From the start: views of what lies somewhere.
  places.set(input.name, newRoom(input.shape, input.shape[2]));
  for (const task of tasks.filter(isView)) {
    const source = places.get(task.inputs[0] ?? '') as Place;
    const { core } = task;
    const from = core && isKind(core, 'slice') ? core.op.from : 0;
    places.set(task.name, { ...source, shape: shapeOf(task), channel: source.channel + from });
  }
  const placeOf = (name: string) => places.get(name) as Place;

  placeOf(input.name).room.from = -1;
  for (const [i, task] of tasks.entries()) {
    const used = [task.name, ...task.inputs].map((name) => placeOf(name).room);
    for (const room of used) {
      room.from = Math.min(room.from, i);
      room.to = Math.max(room.to, i);
    }
    if (!task.core || !isKind(task.core, 'conv')) continue;
    const { margins } = placeOf(task.inputs[0] as string).room;
    for (const [side, size] of Object.entries(marginsOf(task.core)) as [keyof Margins, number][])
      margins[side] = Math.max(margins[side], size);
  }
  placeOf(tasks.at(-1)?.name ?? input.name).room.to = tasks.length;
  alignRows(placeOf(input.name).room);
  return { rooms, placeOf, isInside: (concat, input) => inside.has(`${concat} ${input}`) };
}
