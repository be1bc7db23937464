// What numpy's pickles call, and nothing else: arrays, their types, bytes written as text, ordered dictionaries.
// Source: ndarray.__reduce__ and dtype.__reduce__ of numpy.
import { latin1Bytes } from './latin1.ts';
import type { Machine } from './machine.ts';
import { isA, nameOf, type ArrayType, type ArrayValue, type Value } from './values.ts';

type Call = (args: readonly Value[], machine: Machine) => Value;

const isText = (value: Value | undefined, text: string): boolean =>
  isA(value, 'text') && value.value === text;

/** `undefined`: it may be named, but not called. */
const GLOBALS = new Map<string, Call | undefined>([
  ['numpy.core.multiarray _reconstruct', () => ({ kind: 'array' })],
  ['numpy ndarray', undefined],
  [
    'numpy dtype',
    ([code], machine) =>
      isA(code, 'text')
        ? { kind: 'dtype', code: code.value, order: '|' }
        : machine.fail(`a type of numbers expected, got ${nameOf(code)}`),
  ],
  [
    '_codecs encode',
    ([text, encoding], machine) =>
      isA(text, 'text') && isText(encoding, 'latin1')
        ? { kind: 'bytes', data: latin1Bytes(machine, text.utf8) }
        : machine.fail('text and latin1 expected'),
  ],
  [
    'collections OrderedDict',
    (args, machine) =>
      args.length === 0 ? { kind: 'dict', entries: new Map() } : machine.fail('an empty dictionary expected'),
  ],
]);

/** The name of something that Python would import, if it is one of the few that arrays need. */
export function globalOf(machine: Machine, module: string, name: string): Value {
  // numpy 2 moved its inner parts
  const known = `${module.replace(/^numpy\._core\b/, 'numpy.core')} ${name}`;
  if (!GLOBALS.has(known))
    machine.fail(`${module}.${name} is asked for, which no array needs; it is refused`);
  return { kind: 'global', name: known };
}

export function call(machine: Machine, callable: Value, args: readonly Value[]): Value {
  const run = isA(callable, 'global') ? GLOBALS.get(callable.name) : undefined;
  return run ? run(args, machine) : machine.fail(`a call of ${nameOf(callable)} is refused`);
}

const MAX_DIMENSIONS = 32;

const isShape = (values: readonly Value[]): values is readonly number[] =>
  values.length <= MAX_DIMENSIONS && values.every((v) => Number.isSafeInteger(v) && (v as number) >= 0);

/** (version, shape, type, whether in Fortran's order, bytes) */
function fillArray(machine: Machine, array: ArrayValue, state: readonly Value[]): void {
  const [, shape, type, fortran, bytes] = state;
  if (!isA(shape, 'tuple') || !isShape(shape.items) || !isA(type, 'dtype') || !isA(bytes, 'bytes'))
    machine.fail('an array with shape, type and bytes expected');
  else if (fortran !== false) machine.fail("an array in C's order expected, got one in Fortran's");
  else array.content = { shape: shape.items, type, data: bytes.data };
}

/** (version, order of bytes, …) */
function fillType(machine: Machine, type: ArrayType, [, order]: readonly Value[]): void {
  if (!isText(order, '<') && !isText(order, '|')) machine.fail('numbers in little-endian order expected');
  if (isA(order, 'text')) type.order = order.value;
}

/** BUILD: gives an array or a type its state. */
export function build(machine: Machine, target: Value, state: readonly Value[]): void {
  if (isA(target, 'array')) fillArray(machine, target, state);
  else if (isA(target, 'dtype')) fillType(machine, target, state);
  else machine.fail(`a state for ${nameOf(target)} is refused`);
}
