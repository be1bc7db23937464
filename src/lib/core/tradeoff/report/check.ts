// Checks of values from outside: each gives the value with its type, or reports what was found and what is allowed. None throws.
import type { Problem } from '../../config/problem.ts';

export type Allowed =
  | { readonly kind: 'json' | 'object' | 'list' | 'time' | 'boolean' }
  | { readonly kind: 'text'; readonly maxLength: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly integer: boolean }
  | { readonly kind: 'choice'; readonly allowed: readonly (string | number)[] }
  /** What a value must have to do with others of the file: fields in ascending order, or as many entries as another field has. */
  | { readonly kind: 'ascending'; readonly fields: readonly string[] }
  | { readonly kind: 'countOf'; readonly field: string; readonly count: number }
  /** The key that the options of a network make. */
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'option' | 'distinct' }
  /** An option with a value that networks cannot have. */
  | { readonly kind: 'setting'; readonly problem: Problem };

export interface FileProblem {
  /** Where in the file, for example `fields[0].networks[3].medianMs`. */
  readonly path: string;
  /** The value as found, cut to a readable length. */
  readonly found: string;
  readonly expected: Allowed;
}

/** Where a check is, and whom it tells. */
export interface Place {
  readonly path: string;
  readonly report: (problem: FileProblem) => void;
}
/** Gives null where it has reported a problem. */
export type Check<T> = (value: unknown, place: Place) => T | null;

const LONGEST = 60;

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

export function refuse(value: unknown, expected: Allowed, { path, report }: Place): null {
  report({ path, found: show(value), expected });
  return null;
}

const holds =
  <T>(expected: Allowed, test: (value: unknown) => value is T): Check<T> =>
  (value, place) =>
    test(value) ? value : refuse(value, expected, place);

export const text = (maxLength = 1000): Check<string> =>
  holds(
    { kind: 'text', maxLength },
    (value): value is string => typeof value === 'string' && value.length <= maxLength,
  );

export const boolean: Check<boolean> = holds(
  { kind: 'boolean' },
  (value): value is boolean => typeof value === 'boolean',
);

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

export const number = ({ min = 0, max = 1e12, integer = false }: Bounds = {}): Check<number> =>
  holds(
    { kind: 'number', min, max, integer },
    (value): value is number =>
      typeof value === 'number' && value >= min && value <= max && (!integer || Number.isInteger(value)),
  );

export const choice = <T extends string | number>(allowed: readonly T[]): Check<T> =>
  holds({ kind: 'choice', allowed }, (value): value is T => allowed.includes(value as T));

/** ISO 8601 as `Date.toISOString` writes it. */
export const time: Check<string> = holds(
  { kind: 'time' },
  (value): value is string =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) &&
    !Number.isNaN(Date.parse(value)),
);

export const list =
  <T>(item: Check<T>): Check<readonly T[]> =>
  (value, place) => {
    if (!Array.isArray(value)) return refuse(value, { kind: 'list' }, place);
    const items = (value as unknown[]).map((one, i) => item(one, { ...place, path: `${place.path}[${i}]` }));
    return items.every((one) => one !== null) ? items : null;
  };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object whose names are free and whose values are texts. */
export const texts: Check<Readonly<Record<string, string>>> = (value, place) => {
  if (!isObject(value)) return refuse(value, { kind: 'object' }, place);
  const entries = Object.entries(value).map(
    ([name, one]) => [name, text()(one, { ...place, path: join(place.path, name) })] as const,
  );
  const complete = entries.flatMap(([name, one]) => (one === null ? [] : [[name, one] as const]));
  return complete.length === entries.length ? Object.fromEntries(complete) : null;
};

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

type Optional<T> = { readonly [K in keyof T as undefined extends T[K] ? K : never]-?: true };

/** Checks every named property; others are left out. `optional` ones may be missing. */
export const object =
  <T extends object>(
    checks: { readonly [K in keyof T]-?: Check<NonNullable<T[K]>> },
    optional: Optional<T> = {} as Optional<T>,
  ): Check<T> =>
  (value, place) => {
    if (!isObject(value)) return refuse(value, { kind: 'object' }, place);
    let complete = true;
    const found: Record<string, unknown> = {};
    for (const [name, check] of Object.entries<Check<unknown>>(checks)) {
      if (value[name] === undefined && name in optional) continue;
      found[name] = check(value[name], { ...place, path: join(place.path, name) });
      complete &&= found[name] !== null;
    }
    return complete ? (found as T) : null;
  };
