// A problem of a measurement file in one English line: where it is, what was found and what is allowed.
import type { Allowed, FileProblem } from './check.ts';

const SAY: { readonly [K in Allowed['kind']]: (expected: Extract<Allowed, { kind: K }>) => string } = {
  json: () => 'JSON expected',
  object: () => 'an object expected',
  list: () => 'a list expected',
  boolean: () => 'true or false expected',
  time: () => 'a time such as 2026-11-25T10:00:00Z expected',
  text: ({ maxLength }) => `a text of at most ${maxLength} characters expected`,
  number: ({ min, max, integer }) =>
    `${integer ? 'a whole number' : 'a number'} from ${min} to ${max} expected`,
  choice: ({ allowed }) => `one of ${allowed.join(', ')} expected`,
  rule: ({ rule }) => rule,
};

export function describeFileProblem({ path, found, expected }: FileProblem): string {
  const say = SAY[expected.kind] as (expected: Allowed) => string;
  return `${path === '' ? '' : `${path} = `}${found}: ${say(expected)}`;
}
