// The nodes behind a value that compute a function of each of its numbers, and what that function gives.
import { ELEMENTWISE } from './elementwise.ts';
import { numberOf, refuse, type Dataflow, type Step } from './dataflow.ts';

/** From −8 to 8, so that every bend of every activation lies between. */
export const PROBES: Float64Array = Float64Array.from({ length: 129 }, (_, i) => (i - 64) / 8);

/** An activation spelled out takes five nodes or so. */
const MAX_NODES = 16;

/** Clip has three. */
const MAX_INPUTS = 3;

export interface Region {
  /** The value that is left at the end; the beginning where no node follows. */
  readonly value: string;
  /** What it is for each probe put in. */
  readonly results: Float64Array;
  readonly steps: readonly Step[];
}

export function regionBehind(flow: Dataflow, start: string): Region {
  const inside = new Map<string, Float64Array>([[start, PROBES]]);
  const steps: Step[] = [];
  const valuesOf = (name: string): Float64Array | undefined => {
    const constant = name === '' ? [NaN] : flow.constants.get(name)?.data;
    return inside.get(name) ?? (constant?.length === 1 ? PROBES.map(() => constant[0] as number) : undefined);
  };
  // grows while it is gone through: a step whose other input is not there yet comes again behind that input
  const pending = [...flow.readersOf(start)];
  for (const step of pending) {
    const compute = ELEMENTWISE.get(step.op);
    if (step.inputs.length > MAX_INPUTS) continue;
    const inputs = step.inputs.map(valuesOf);
    if (!compute || inside.has(step.output) || !inputs.every((values) => values !== undefined)) continue;
    if (steps.length === MAX_NODES) refuse(step, `an activation of at most ${MAX_NODES} nodes`, 'more');
    const attribute = (name: string, fallback: number) => numberOf(step, name, fallback);
    inside.set(
      step.output,
      PROBES.map((_, i) =>
        compute(
          inputs.map((values) => values[i] as number),
          attribute,
        ),
      ),
    );
    steps.push(step);
    for (const reader of flow.readersOf(step.output)) pending.push(reader);
  }
  const isLeft = (value: string) =>
    value === flow.output || flow.readersOf(value).some(({ output }) => !inside.has(output));
  const [value = start, other] = [...inside.keys()].filter(isLeft);
  const [first] = steps;
  if (other !== undefined && first)
    refuse(first, 'an activation with one result', `two values that are used: ${value} and ${other}`);
  return { value, results: inside.get(value) as Float64Array, steps };
}
