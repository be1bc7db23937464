// Which activation a file has behind a convolution, however it is spelled: by what comes out for what goes in.
import type { ActivationFunction } from '../../graph/ir.ts';
import { ACTIVATION_FUNCTIONS } from '../../reference/activations.ts';
import { onlyReader, refuse, type Dataflow } from './dataflow.ts';
import { PROBES, regionBehind, type Region } from './region.ts';

export interface FoundActivation {
  readonly function: ActivationFunction | 'identity';
  /** Of hard-sigmoid; 0 for others. */
  readonly slope: number;
  /** What the function is multiplied with: 1, or what dropout leaves (`downscale`). */
  readonly factor: number;
  /** Of PReLU, one per channel. */
  readonly slopes?: Float32Array<ArrayBuffer>;
  /** Name of the value behind it. */
  readonly value: string;
}

type Candidate = readonly [ActivationFunction | 'identity', slope: number, compute: (x: number) => number];

/** Of hard-sigmoid; PReLU has one per channel and is no function of the number alone. */
const SLOPES: Readonly<Record<string, readonly number[]>> = { hardsigmoid: [1 / 6, 0.2], prelu: [] };

const CANDIDATES: readonly Candidate[] = [
  ...Object.entries(ACTIVATION_FUNCTIONS).flatMap(([name, compute]) =>
    (SLOPES[name] ?? [0]).map((slope): Candidate => [
      name as ActivationFunction,
      slope,
      (x) => compute(x, slope),
    ]),
  ),
  ['identity', 0, (x) => x],
];

/** Files hold 1/6 with seven digits. */
const TOLERANCE = 1e-5;

/** A point at which no candidate is zero. */
const POSITIVE = PROBES.indexOf(4);

function identify({ results }: Region): Omit<FoundActivation, 'value'> | undefined {
  for (const [name, slope, compute] of CANDIDATES) {
    const factor = (results[POSITIVE] as number) / compute(4);
    const agrees = PROBES.every((x, i) => {
      const expected = factor * compute(x);
      return Math.abs((results[i] as number) - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
    });
    if (agrees) return { function: name, slope, factor: Number(factor.toFixed(6)) };
  }
  return undefined;
}

/** PReLU has a slope per channel, so it is known by its operator. */
function perChannel(flow: Dataflow, value: string, channels: number): FoundActivation | undefined {
  const [step, other] = flow.readersOf(value);
  const slopes = flow.constants.get(step?.inputs[1] ?? '')?.data;
  if (step?.op !== 'PRelu' || other || !slopes) return undefined;
  if (slopes.length !== 1 && slopes.length !== channels)
    refuse(step, `1 or ${channels} slopes`, String(slopes.length));
  const all = new Float32Array(channels).map((_, c) => slopes[slopes.length === 1 ? 0 : c] as number);
  const behind = regionBehind(flow, step.output);
  const rest = identify(behind);
  if (rest?.function !== 'identity') return undefined;
  return { function: 'prelu', slope: 0, factor: rest.factor, slopes: all, value: behind.value };
}

/** The activation behind a value of so many channels. Throws OnnxError where there is none, or one unknown here. */
export function readActivation(flow: Dataflow, value: string, channels: number): FoundActivation {
  const found = perChannel(flow, value, channels);
  if (found) return found;
  const region = regionBehind(flow, value);
  const [first] = region.steps;
  if (!first) return refuse(onlyReader(flow, value, 'an activation'), 'an activation');
  const known = identify(region);
  if (known && known.function !== 'identity') return { ...known, value: region.value };
  const names = Object.keys(ACTIVATION_FUNCTIONS).join(', ');
  const spelled = region.steps.map(({ op }) => op).join(', ');
  return refuse(first, `one of the activations ${names}`, `another function (${spelled})`);
}
