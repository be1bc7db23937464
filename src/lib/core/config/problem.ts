// What is wrong with a setting: structured, so that the command line and the page can each say it in their own words.

export type Expectation =
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly integer: boolean }
  | { readonly kind: 'choice'; readonly allowed: readonly string[] }
  | { readonly kind: 'perBlock'; readonly count: number; readonly got: number }
  | { readonly kind: 'digits'; readonly allowed: readonly string[] }
  | { readonly kind: 'numbers'; readonly count: number; readonly min: number; readonly max: number }
  | { readonly kind: 'strides'; readonly count: number }
  | { readonly kind: 'size'; readonly min: number; readonly max: number }
  | { readonly kind: 'totalBlocks'; readonly max: number }
  | { readonly kind: 'notInFamily'; readonly family: string }
  | { readonly kind: 'option'; readonly allowed: readonly string[] }
  | { readonly kind: 'json' };

export interface Problem {
  /** Name of the setting as users write it, for example `last-conv`. */
  readonly option: string;
  /** The offending value as found. */
  readonly found: string;
  readonly expected: Expectation;
}

const SAY: { [K in Expectation['kind']]: (expected: Extract<Expectation, { kind: K }>) => string } = {
  number: ({ min, max, integer }) =>
    `${integer ? 'a whole number' : 'a number'} from ${min} to ${max} expected`,
  choice: ({ allowed }) => `one of ${allowed.join(', ')} expected`,
  perBlock: ({ count, got }) => `${count} digits expected, one per block, got ${got}`,
  digits: ({ allowed }) => `only the digits ${allowed.join(', ')} are allowed`,
  numbers: ({ count, min, max }) =>
    `${count} whole numbers from ${min} to ${max} expected, separated by commas`,
  strides: ({ count }) =>
    `${count} strides expected, separated by commas, each 1, 2 or a pair [height,width] such as [2,1]`,
  size: ({ min, max }) => `a size from ${min} to ${max}, or HEIGHTxWIDTH such as 192x256, expected`,
  totalBlocks: ({ max }) => `at most ${max} blocks in all`,
  notInFamily: ({ family }) => `${family} has no such setting`,
  option: ({ allowed }) => `no such setting, one of ${allowed.join(', ')} expected`,
  json: () => 'a JSON object with settings of the network expected',
};

/** One English line: what was found and what is allowed. `prefix` goes before the option's name (`--` on the command line). */
export function describeProblem({ option, found, expected }: Problem, prefix = '--'): string {
  const say = SAY[expected.kind] as (expected: Expectation) => string;
  return `${prefix}${option} ${found}: ${say(expected)}`;
}
