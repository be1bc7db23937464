// Reads a pickle of arrays by name: its instructions are carried out on a machine that can build values and nothing more.
import { Machine } from './machine.ts';
import { OPCODES, REFUSED, STOP } from './opcodes.ts';
import { PickleError } from './pickleError.ts';
import type { Value } from './values.ts';

const PROTOCOLS = { first: 2, last: 4 };

/** Some forty for every array; the largest network here has about a thousand. */
const MAX_INSTRUCTIONS = 1_000_000;

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;

/** What the pickle is a program for. No code of the file runs; time and memory are bounded by its size. Throws PickleError. */
export function unpickle(bytes: Uint8Array<ArrayBuffer>): Value {
  const [first, protocol = 0] = bytes;
  if (first !== 0x80 || protocol < PROTOCOLS.first || protocol > PROTOCOLS.last)
    throw new PickleError(`a pickle of protocol ${PROTOCOLS.first} to ${PROTOCOLS.last} expected`, 0);
  const machine = new Machine(bytes);
  for (let count = 0; count < MAX_INSTRUCTIONS; count++) {
    machine.at = machine.reader.position;
    const opcode = machine.reader.uint8();
    if (opcode === STOP) return machine.pop();
    const run = OPCODES.get(opcode);
    if (!run) machine.fail(`the instruction ${REFUSED.get(opcode) ?? hex(opcode)} is refused`);
    else run(machine);
  }
  throw new PickleError(`more than ${MAX_INSTRUCTIONS} instructions`);
}
