// The instructions that pickles of arrays by name consist of (protocols 2 to 4), and the names of those that are refused.
// Source: Lib/pickle.py of CPython.
import type { Machine } from './machine.ts';
import { build, call, globalOf } from './numpy.ts';
import { isA, nameOf, Text, type Value } from './values.ts';

type Run = (machine: Machine) => void;

const text =
  (length: (machine: Machine) => number): Run =>
  (machine) =>
    machine.push(new Text(machine.reader.take(length(machine))));

const bytes =
  (length: (machine: Machine) => number): Run =>
  (machine) =>
    machine.push({ kind: 'bytes', data: machine.reader.take(length(machine)) });

const tuple =
  (count: number): Run =>
  (machine) => {
    const items = Array.from({ length: count }, () => machine.pop()).reverse();
    machine.push({ kind: 'tuple', items });
  };

function setItems(machine: Machine, items: readonly Value[]): void {
  const dict = machine.top();
  if (!isA(dict, 'dict')) return machine.fail(`a dictionary expected, got ${nameOf(dict)}`);
  for (let i = 0; i < items.length; i += 2) {
    const [key, value] = [items[i], items[i + 1]];
    if (!isA(key, 'text')) return machine.fail(`a name expected, got ${nameOf(key)}`);
    if (value === undefined) return machine.fail(`a value for ${key.value} expected`);
    if (dict.entries.has(key.value)) machine.fail(`${key.value}: two entries have this name`);
    dict.entries.set(key.value, value);
  }
}

function append(machine: Machine, items: readonly Value[]): void {
  const list = machine.top();
  if (!isA(list, 'list')) return machine.fail(`a list expected, got ${nameOf(list)}`);
  for (const item of items) list.items.push(item);
}

export const STOP = 0x2e;

export const OPCODES: ReadonlyMap<number, Run> = new Map<number, Run>([
  // PROTO, FRAME: which protocol it is has been seen; frames are for streams
  [0x80, ({ reader }) => void reader.uint8()],
  [0x95, ({ reader }) => void reader.uint64()],
  // NONE, NEWTRUE, NEWFALSE
  [0x4e, (machine) => machine.push(null)],
  [0x88, (machine) => machine.push(true)],
  [0x89, (machine) => machine.push(false)],
  // BININT, BININT1, BININT2
  [0x4a, (machine) => machine.push(machine.reader.int32())],
  [0x4b, (machine) => machine.push(machine.reader.uint8())],
  [0x4d, (machine) => machine.push(machine.reader.uint16())],
  // SHORT_BINUNICODE, BINUNICODE, BINUNICODE8
  [0x8c, text(({ reader }) => reader.uint8())],
  [0x58, text(({ reader }) => reader.uint32())],
  [0x8d, text(({ reader }) => reader.uint64())],
  // SHORT_BINBYTES, BINBYTES, BINBYTES8
  [0x43, bytes(({ reader }) => reader.uint8())],
  [0x42, bytes(({ reader }) => reader.uint32())],
  [0x8e, bytes(({ reader }) => reader.uint64())],
  // MARK, EMPTY_TUPLE, TUPLE1, TUPLE2, TUPLE3, TUPLE
  [0x28, (machine) => machine.mark()],
  [0x29, tuple(0)],
  [0x85, tuple(1)],
  [0x86, tuple(2)],
  [0x87, tuple(3)],
  [0x74, (machine) => machine.push({ kind: 'tuple', items: machine.popToMark() })],
  // EMPTY_LIST, APPEND, APPENDS
  [0x5d, (machine) => machine.push({ kind: 'list', items: [] })],
  [0x61, (machine) => append(machine, [machine.pop()])],
  [0x65, (machine) => append(machine, machine.popToMark())],
  // EMPTY_DICT, SETITEM, SETITEMS
  [0x7d, (machine) => machine.push({ kind: 'dict', entries: new Map() })],
  [0x73, (machine) => setItems(machine, [machine.pop(), machine.pop()].reverse())],
  [0x75, (machine) => setItems(machine, machine.popToMark())],
  // BINPUT, LONG_BINPUT, MEMOIZE, BINGET, LONG_BINGET
  [0x71, (machine) => machine.remember(machine.reader.uint8())],
  [0x72, (machine) => machine.remember(machine.reader.uint32())],
  [0x94, (machine) => machine.remember()],
  [0x68, (machine) => machine.recall(machine.reader.uint8())],
  [0x6a, (machine) => machine.recall(machine.reader.uint32())],
  // GLOBAL, STACK_GLOBAL, REDUCE, BUILD
  [0x63, (machine) => machine.push(globalOf(machine, machine.reader.line(), machine.reader.line()))],
  [
    0x93,
    (machine) => {
      const name = machine.popA('text').value;
      machine.push(globalOf(machine, machine.popA('text').value, name));
    },
  ],
  [
    0x52,
    (machine) => {
      const { items } = machine.popA('tuple');
      machine.push(call(machine, machine.pop(), items));
    },
  ],
  [
    0x62,
    (machine) => {
      const { items } = machine.popA('tuple');
      build(machine, machine.top(), items);
    },
  ],
]);

/** Everything else that protocols 0 to 5 know. */
export const REFUSED: ReadonlyMap<number, string> = new Map([
  [0x30, 'POP'],
  [0x31, 'POP_MARK'],
  [0x32, 'DUP'],
  [0x46, 'FLOAT'],
  [0x47, 'BINFLOAT'],
  [0x49, 'INT'],
  [0x4c, 'LONG'],
  [0x50, 'PERSID'],
  [0x51, 'BINPERSID'],
  [0x53, 'STRING'],
  [0x54, 'BINSTRING'],
  [0x55, 'SHORT_BINSTRING'],
  [0x56, 'UNICODE'],
  [0x64, 'DICT'],
  [0x67, 'GET'],
  [0x69, 'INST'],
  [0x6c, 'LIST'],
  [0x6f, 'OBJ'],
  [0x70, 'PUT'],
  [0x81, 'NEWOBJ'],
  [0x82, 'EXT1'],
  [0x83, 'EXT2'],
  [0x84, 'EXT4'],
  [0x8a, 'LONG1'],
  [0x8b, 'LONG4'],
  [0x8f, 'EMPTY_SET'],
  [0x90, 'ADDITEMS'],
  [0x91, 'FROZENSET'],
  [0x92, 'NEWOBJ_EX'],
  [0x96, 'BYTEARRAY8'],
  [0x97, 'NEXT_BUFFER'],
  [0x98, 'READONLY_BUFFER'],
]);
