// What is wrong with a measurement file, in the page's language: where it is, what was found, what is allowed.
import type { Allowed, FileProblem } from '$lib/core/tradeoff/report/check.ts';
import { m } from '$lib/paraglide/messages.js';
import { problemText } from '../explore/problemText.ts';

const SAY: { readonly [K in Allowed['kind']]: (expected: Extract<Allowed, { kind: K }>) => string } = {
  json: m.file_expects_json,
  object: m.file_expects_object,
  list: m.file_expects_list,
  boolean: m.file_expects_boolean,
  time: () => m.file_expects_time({ example: '2026-11-25T10:00:00Z' }),
  text: ({ maxLength }) => m.file_expects_text({ max: maxLength }),
  number: ({ min, max, integer }) =>
    integer ? m.file_expects_integer({ min, max }) : m.file_expects_number({ min, max }),
  choice: ({ allowed }) => m.file_expects_choice({ allowed: allowed.join(', ') }),
  ascending: ({ fields }) => m.file_expects_order({ order: fields.join(' ≤ ') }),
  countOf: ({ field, count }) => m.file_expects_count({ count, field }),
  key: ({ key }) => m.file_expects_key({ key }),
  option: m.file_expects_option,
  distinct: m.file_expects_distinct,
  setting: ({ problem }) => problemText(problem),
};

export function fileProblemText({ path, found, expected }: FileProblem): string {
  const say = SAY[expected.kind] as (expected: Allowed) => string;
  const place = path === '' ? found : `${path} = ${found}`;
  return m.file_problem({ place, expected: say(expected) });
}
