// Python functions from a tensor to a tensor, their statements, and conditions that hold for all blocks, some or none.
import { call, lines, type Part } from '../python.ts';

interface Definition {
  readonly name: string;
  /** Parameters that follow the tensor and the name of its layers. */
  readonly parameters?: readonly Part[];
  readonly about: string;
  readonly body: readonly Part[];
}

export const definition = ({ name, parameters = [], about, body }: Definition): string =>
  lines(
    call({
      indent: 0,
      lead: `def ${name}(`,
      args: ['x: KerasTensor', 'name: str', ...parameters],
      tail: ') -> KerasTensor:',
    }),
    `    """${about}"""`,
    ...body,
  );

interface Statement {
  /** The variable that gets the value; `return` where the function ends. */
  readonly to: 'x' | 'y' | 'gate' | 'return';
  /** The function. */
  readonly call: string;
  readonly args: readonly Part[];
  /** The layer that is called is applied to that. */
  readonly on?: string;
  readonly indent?: number;
}

/** `x = pointwise(x, …)`; `x = layers.Conv2D(…)(x)`. */
export const statement = ({ to, call: name, args, on, indent = 4 }: Statement): string =>
  call({
    indent,
    lead: to === 'return' ? `return ${name}(` : `${to} = ${name}(`,
    args,
    tail: on === undefined ? ')' : `)(${on})`,
  });

/** Statements under a condition, which is left out where it holds for all blocks (`True`); nothing where for none (`False`). */
export function where(condition: string, statements: (indent: number) => readonly Part[]): readonly Part[] {
  if (condition === 'False') return [];
  if (condition === 'True') return statements(4);
  return [`    if ${condition}:`, ...statements(8)];
}

/** `first or second`. */
export function either(first: string, second: string): string {
  if (first === 'True' || second === 'False') return first;
  return first === 'False' ? second : `${first} or ${second}`;
}

/** Whether a block shrinks its input, from the table's cell. */
export function shrinks(stride: string): string {
  if (stride === '1') return 'False';
  return stride.startsWith('block.') ? `${stride} != 1` : 'True';
}
