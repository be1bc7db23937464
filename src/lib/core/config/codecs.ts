// Kinds of settings: each reads text, writes text, and accepts or refuses a value from outside.
import type { Pair } from './netConfig.ts';
import type { Expectation } from './problem.ts';
import type { Surroundings } from './settings.ts';

export type Checked<T> = { readonly value: T } | { readonly expected: Expectation };

export interface Codec<T> {
  /** Text as in a URL or on a command line → a candidate for `check`. */
  readonly read: (text: string) => unknown;
  readonly write: (value: T) => string;
  /** Accepts a candidate (from text or JSON), or says what was expected. */
  readonly check: (candidate: unknown, around: Surroundings) => Checked<T>;
}

const readNumber = (text: string): unknown => (text.trim() === '' ? text : Number(text));

interface Bounds {
  readonly min: number;
  readonly max: number;
}

const isWithin = (value: unknown, { min, max }: Bounds, integer: boolean): value is number =>
  typeof value === 'number' && value >= min && value <= max && (!integer || Number.isInteger(value));

export function number({
  min,
  max,
  integer = false,
}: Bounds & { readonly integer?: boolean }): Codec<number> {
  return {
    read: readNumber,
    write: String,
    check: (value) =>
      isWithin(value, { min, max }, integer)
        ? { value }
        : { expected: { kind: 'number', min, max, integer } },
  };
}

export function choice<T extends string>(allowed: readonly T[]): Codec<T> {
  return {
    read: (text) => text,
    write: (value) => value,
    check: (candidate) => {
      const value = allowed.find((item) => item === candidate);
      return value === undefined ? { expected: { kind: 'choice', allowed } } : { value };
    },
  };
}

/** `0` or `1`; in JSON false or true. */
export const flag: Codec<boolean> = {
  read: (text) => ({ '0': false, '1': true })[text] ?? text,
  write: (value) => (value ? '1' : '0'),
  check: (value) =>
    typeof value === 'boolean' ? { value } : { expected: { kind: 'choice', allowed: ['0', '1'] } },
};

/** One digit or letter per block, as in `3333335555555`; in JSON also a list of the values. */
export function digitPerBlock<T extends number | boolean | string>(
  digits: Readonly<Record<string, T>>,
): Codec<readonly T[]> {
  const values = Object.values(digits);
  const digitOf = new Map(Object.entries(digits).map(([digit, value]) => [value, digit]));
  return {
    read: (text) => [...text].map((digit) => digits[digit] ?? digit),
    write: (list) => list.map((value) => digitOf.get(value)).join(''),
    check: (list, { blocks }) => {
      if (!Array.isArray(list))
        return { expected: { kind: 'perBlock', count: blocks, got: String(list).length } };
      if (!list.every((item): item is T => values.includes(item as T)))
        return { expected: { kind: 'digits', allowed: Object.keys(digits) } };
      return list.length === blocks
        ? { value: list }
        : { expected: { kind: 'perBlock', count: blocks, got: list.length } };
    },
  };
}

interface ListRule extends Bounds {
  readonly count: (around: Surroundings) => number;
  readonly maxSum?: number;
}

export function numberList({ min, max, count, maxSum }: ListRule): Codec<readonly number[]> {
  return {
    read: (text) => text.split(',').map(readNumber),
    write: (list) => list.join(','),
    check: (list, around) => {
      const expected: Expectation = { kind: 'numbers', count: count(around), min, max };
      if (!Array.isArray(list) || list.length !== expected.count) return { expected };
      if (!list.every((item): item is number => isWithin(item, { min, max }, true))) return { expected };
      if (maxSum !== undefined && list.reduce((sum, item) => sum + item, 0) > maxSum)
        return { expected: { kind: 'totalBlocks', max: maxSum } };
      return { value: list };
    },
  };
}

/** `224`, or height × width as `192x256`; in JSON a number or a pair. */
export function size({ min, max }: Bounds): Codec<Pair> {
  return {
    read: (text) => text.split(/[x×]/i).map(readNumber),
    write: ([height, width]) => (height === width ? String(height) : `${height}x${width}`),
    check: (candidate) => {
      const [height, width = height, ...rest] = Array.isArray(candidate)
        ? (candidate as unknown[])
        : [candidate];
      const fits =
        rest.length === 0 && isWithin(height, { min, max }, true) && isWithin(width, { min, max }, true);
      return fits ? { value: [height, width] } : { expected: { kind: 'size', min, max } };
    },
  };
}

const STRIDE = { min: 1, max: 2 };

/** The official `stride_list`: `2,2,[2,1],2,2`, each entry one number or a pair; outer brackets optional. */
export function strideList(count: (around: Surroundings) => number): Codec<readonly Pair[]> {
  const toPair = (entry: unknown): Pair | undefined => {
    const [height, width = height, ...rest] = Array.isArray(entry) ? (entry as unknown[]) : [entry];
    return rest.length === 0 && isWithin(height, STRIDE, true) && isWithin(width, STRIDE, true)
      ? [height, width]
      : undefined;
  };
  return {
    read: (text) => {
      try {
        const list = JSON.parse(`[${text}]`) as unknown[];
        return list.length === 1 && Array.isArray(list[0]) ? (list[0] as unknown[]) : list;
      } catch {
        return text;
      }
    },
    write: (list) => list.map(([h, w]) => (h === w ? String(h) : `[${h},${w}]`)).join(','),
    check: (list, around) => {
      const expected: Expectation = { kind: 'strides', count: count(around) };
      if (!Array.isArray(list) || list.length !== expected.count) return { expected };
      const pairs = list.map(toPair);
      return pairs.every((pair) => pair !== undefined) ? { value: pairs } : { expected };
    },
  };
}
