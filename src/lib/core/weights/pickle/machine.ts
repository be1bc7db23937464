// The machine that a pickle is a program for: a stack, marks on it, and a memo. It builds values and calls nothing.
import { ByteReader } from './byteReader.ts';
import { PickleError } from './pickleError.ts';
import { isA, nameOf, type Kind, type Value } from './values.ts';

export class Machine {
  readonly reader: ByteReader;
  /** Where the instruction begins that is carried out. */
  at = 0;
  readonly #stack: Value[] = [];
  /** Heights of the stack. */
  readonly #marks: number[] = [];
  readonly #memo = new Map<number, Value>();
  #decoded = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.reader = new ByteReader(bytes);
  }

  fail(problem: string): never {
    throw new PickleError(problem, this.at);
  }

  push(value: Value): void {
    this.#stack.push(value);
  }

  pop(): Value {
    if (this.#stack.length <= (this.#marks.at(-1) ?? 0)) this.fail('a value on the stack expected');
    return this.#stack.pop() as Value;
  }

  popA<K extends Kind>(kind: K): Extract<Value, { kind: K }> {
    const value = this.pop();
    if (!isA(value, kind)) this.fail(`${kind} expected, got ${nameOf(value)}`);
    return value;
  }

  mark(): void {
    this.#marks.push(this.#stack.length);
  }

  /** Everything above the last mark. */
  popToMark(): Value[] {
    const height = this.#marks.pop() ?? this.fail('a mark on the stack expected');
    return this.#stack.splice(height);
  }

  /** What lies on top, which stays there. */
  top(): Value {
    const value = this.pop();
    this.push(value);
    return value;
  }

  remember(index = this.#memo.size): void {
    this.#memo.set(index, this.top());
  }

  recall(index: number): void {
    const value = this.#memo.get(index);
    if (value === undefined) this.fail(`nothing was remembered as ${index}`);
    else this.push(value);
  }

  /** Bytes made from text: in an honest file no more than the file has. */
  spend(bytes: number): void {
    this.#decoded += bytes;
    if (this.#decoded > this.reader.length) this.fail('more bytes are made of text than the file has');
  }
}
