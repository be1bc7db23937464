// What a command is, and how its words are read.
import { parseArgs } from 'node:util';
import type { Values } from './architecture.ts';
import { Failure } from './failure.ts';

export interface Command {
  readonly name: string;
  /** One line for `lcnet --help`. */
  readonly about: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly about: string }>>;
  /** Whether the architecture options apply. */
  readonly architecture: boolean;
  /** What words without `--` stand for, where the command takes any. */
  readonly words?: string;
  /** Returns what goes to stdout; an empty string prints nothing. */
  readonly run: (values: Values, words: readonly string[]) => string | Promise<string>;
}

interface Reading {
  readonly args: readonly string[];
  readonly allowed: Readonly<Record<string, 'string' | 'boolean'>>;
  /** Whether words without `--` are allowed. */
  readonly words: boolean;
}

interface Read {
  readonly values: Values;
  readonly words: readonly string[];
}

/** Reads `--name value` and `--name=value`; anything not allowed is a Failure that names what is. */
export function readWords({ args, allowed, words: takesWords }: Reading): Read {
  const options = Object.fromEntries(Object.entries(allowed).map(([name, type]) => [name, { type }]));
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const values: Record<string, string | boolean> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (!takesWords) throw new Failure(`${token.value}: an option such as --scale 0.5 expected`);
      words.push(token.value);
    }
    if (token.kind !== 'option') continue;
    const type = allowed[token.name];
    if (!type)
      throw new Failure(
        `${token.rawName}: unknown option, one of --${Object.keys(allowed).join(', --')} expected`,
      );
    if (type === 'string' && token.value === undefined)
      throw new Failure(`${token.rawName}: a value expected`);
    if (type === 'boolean' && token.value !== undefined)
      throw new Failure(`${token.rawName} ${token.value}: no value expected`);
    values[token.name] = token.value ?? true;
  }
  return { values, words };
}

/** One of the named choices, or a Failure that lists them. */
export function oneOf<T extends string>(values: Values, option: string, allowed: readonly [T, ...T[]]): T {
  const text = values[option];
  if (text === undefined) return allowed[0];
  const found = allowed.find((choice) => choice === text);
  if (!found) throw new Failure(`--${option} ${String(text)}: one of ${allowed.join(', ')} expected`);
  return found;
}

export const FORMATS = ['json', 'csv', 'markdown'] as const;

/** Which of the output formats was asked for: at most one. */
export function formatOf(values: Values): (typeof FORMATS)[number] | undefined {
  const chosen = FORMATS.filter((format) => values[format]);
  if (chosen.length > 1)
    throw new Failure(`--${chosen.join(' --')}: only one of --${FORMATS.join(', --')} expected`);
  return chosen[0];
}

interface NumberRule {
  readonly min: number;
  readonly max: number;
  /** Where the option is not given. */
  readonly standard: number;
  readonly integer?: boolean;
}

export function numberOf(values: Values, option: string, rule: NumberRule): number {
  const { min, max, standard, integer = false } = rule;
  const text = values[option];
  if (text === undefined) return standard;
  const value = String(text).trim() === '' ? NaN : Number(text);
  if (value >= min && value <= max && (!integer || Number.isInteger(value))) return value;
  const kind = integer ? 'a whole number' : 'a number';
  throw new Failure(`--${option} ${String(text)}: ${kind} from ${min} to ${max} expected`);
}
