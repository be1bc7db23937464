// A program: the instructions of a network for one batch size, its tables and its arena, in one block of the heap.
import type { Graph, Node } from '../../../core/graph/ir.ts';
import type { Constants } from './constants.ts';
import { roomBytes, startOf } from './geometry.ts';
import type { Heap } from './heap.ts';
import { marginInstructions, taskInstructions } from './instructions/index.ts';
import type { Site } from './instructions/site.ts';
import { planMemory } from './memoryPlan.ts';
import type { Layout, Place, Room } from './places.ts';
import { RECORD_BYTES, writeRecord, type Instruction } from './records.ts';
import { Tables } from './tables.ts';
import type { Task } from './tasks.ts';

export interface Source {
  readonly graph: Graph;
  readonly tasks: readonly Task[];
  readonly layout: Layout;
  readonly constants: readonly Constants[];
}

export interface Program {
  readonly batch: number;
  readonly block: number;
  /** Address of the records. */
  readonly records: number;
  /** For each task the index of the record after its last. */
  readonly ends: readonly number[];
  readonly addressOf: (place: Place) => number;
}

const wholeLine = (bytes: number): number => 64 * Math.ceil(bytes / 64);

function arenaOf({ rooms }: Layout, batch: number) {
  const { offsets, bytes } = planMemory(rooms.map((room) => ({ ...room, bytes: roomBytes(room, batch) })));
  const starts = new Map<Room, number>(rooms.map((room, i) => [room, offsets[i] as number]));
  return { bytes, startIn: (room: Room) => starts.get(room) as number };
}

/** What all results take that are needed at one time. */
export const arenaBytes = (layout: Layout, batch: number): number => arenaOf(layout, batch).bytes;

export function makeProgram(heap: Heap, source: Source, batch: number): Program {
  const { graph, tasks, layout, constants } = source;
  const arena = arenaOf(layout, batch);
  const input = layout.placeOf((graph.nodes[0] as Node).name);

  /** All instructions, if the arena begins at `base`. */
  const assemble = (base: number) => {
    const addressOf = (place: Place) => base + arena.startIn(place.room) + startOf(place);
    const tables = new Tables(base + wholeLine(arena.bytes));
    const site: Site = { layout, batch, tables, addressOf };
    const cleared = new Set<Room>();
    const instructions: Instruction[] = [];
    const clear = (place: Place) => {
      if (!cleared.has(place.room)) instructions.push(...marginInstructions(site, place));
      cleared.add(place.room);
    };
    clear(input);
    const ends = tasks.map((task, i) => {
      const mine = taskInstructions(site, task, constants[i] as Constants);
      if (mine.length > 0) clear(layout.placeOf(task.name));
      return instructions.push(...mine);
    });
    return { instructions, ends, tables, addressOf };
  };

  // Sizes do not depend on addresses: a draft tells how much is needed.
  const draft = assemble(0);
  const recordBytes = wholeLine(draft.instructions.length * RECORD_BYTES);
  const block = heap.allocate(recordBytes + wholeLine(arena.bytes) + draft.tables.bytes);
  const { instructions, ends, tables, addressOf } = assemble(block + recordBytes);
  const { buffer } = heap.memory;
  instructions.forEach((each, i) => writeRecord(buffer, block + i * RECORD_BYTES, each));
  tables.write(buffer);
  return { batch, block, records: block, ends, addressOf };
}
