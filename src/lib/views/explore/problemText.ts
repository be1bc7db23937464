// A refused setting, in the page's language: what was found, what is allowed.
import type { Expectation, Problem } from '$lib/core/config/problem.ts';
import { m } from '$lib/paraglide/messages.js';

type Say = {
  readonly [K in Expectation['kind']]: (expected: Extract<Expectation, { kind: K }>, place: Place) => string;
};
interface Place {
  readonly option: string;
  readonly found: string;
}

const SAY: Say = {
  number: ({ integer, min, max }, place) =>
    integer ? m.problem_integer({ ...place, min, max }) : m.problem_number({ ...place, min, max }),
  choice: ({ allowed }, place) => m.problem_choice({ ...place, allowed: allowed.join(', ') }),
  perBlock: ({ count, got }, place) => m.problem_per_block({ ...place, count, got }),
  digits: ({ allowed }, place) => m.problem_digits({ ...place, allowed: allowed.join(', ') }),
  numbers: ({ count, min, max }, place) => m.problem_numbers({ ...place, count, min, max }),
  strides: ({ count }, place) => m.problem_strides({ ...place, count }),
  size: ({ min, max }, place) => m.problem_size({ ...place, min, max }),
  totalBlocks: ({ max }, place) => m.problem_total_blocks({ ...place, max }),
  notInFamily: ({ family }, place) => m.problem_not_in_family({ ...place, family }),
  option: ({ allowed }, place) => m.problem_option({ ...place, allowed: allowed.join(', ') }),
  json: (_expected, place) => m.problem_json(place),
};

export function problemText({ option, found, expected }: Problem): string {
  const say = SAY[expected.kind] as (expected: Expectation, place: Place) => string;
  return say(expected, { option, found });
}
