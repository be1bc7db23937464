// The settings of the network that was found.
import type { Activation, Gate, NetConfig, SettingName } from '../../config/netConfig.ts';
import { describeProblem } from '../../config/problem.ts';
import { reductionFrom, squeezedText } from '../../families/inferred.ts';
import { pplcnet } from '../../families/pplcnet.ts';
import { readConfig } from '../../options.ts';
import { OnnxError } from '../onnxError.ts';
import type { FoundActivation } from './activation.ts';
import { refuse } from './dataflow.ts';
import type { FoundNetwork, Unit } from './network.ts';
import { kernelOf, outChannels } from './rule.ts';
import type { FoundSqueezeExcite } from './squeezeExcite.ts';
import type { InputShape } from './inputShape.ts';
import { stagesOf } from './stages.ts';

const { defaults } = pplcnet;

const unitsOf = ({ stem, blocks, lastConv }: FoundNetwork): readonly Unit[] => [
  stem,
  ...blocks.flatMap(({ depthwise, pointwise }) => [depthwise, pointwise]),
  ...(lastConv ? [lastConv] : []),
];

function activationOf(found: FoundNetwork): Activation {
  const units = unitsOf(found);
  const [{ activation: first }] = units as readonly [Unit];
  const other = units.find(({ activation }) => activation.function !== first.function);
  if (other) refuse(other.affine.step, `${first.function} behind it, as before`, other.activation.function);
  const scaled = units.find((unit) => unit !== found.lastConv && unit.activation.factor !== 1);
  if (scaled) refuse(scaled.affine.step, 'no factor behind its activation', String(scaled.activation.factor));
  return first.function as Activation;
}

const GATES: readonly (readonly [Gate, (activation: FoundActivation) => boolean])[] = [
  ['relu6', (gate) => gate.function === 'hardsigmoid' && gate.slope !== 0.2],
  ['keras2', (gate) => gate.function === 'hardsigmoid' && gate.slope === 0.2],
  ['clip', (gate) => gate.function === 'clip'],
];

function gateOf(all: readonly FoundSqueezeExcite[]): Gate {
  const gates = all.map(({ gate, expand }) => {
    const [name] = GATES.find(([, is]) => is(gate)) ?? [];
    return name ?? refuse(expand.step, 'hard-sigmoid or a clip behind it', gate.function);
  });
  const [first = defaults.gate] = gates;
  const other = all[gates.findIndex((gate) => gate !== first)];
  if (other) refuse(other.expand.step, `the gate ${first} behind it, as before`, other.gate.function);
  return first;
}

function reductionOf(all: readonly FoundSqueezeExcite[]): number {
  const pairs = all.map(({ reduce, expand }) => [outChannels(expand), outChannels(reduce)] as const);
  const [first] = all;
  return (
    reductionFrom(pairs) ??
    (first
      ? refuse(first.reduce.step, 'one reduction for all gates', squeezedText(pairs))
      : defaults.seReduction)
  );
}

/** A product behind the last activation is dropout as Paddle leaves it in inference. */
function dropoutOf({ lastConv }: FoundNetwork): Pick<NetConfig, 'dropout' | 'dropoutMode'> {
  const factor = lastConv?.activation.factor ?? 1;
  const { dropout } = defaults;
  return factor === 1
    ? { dropout, dropoutMode: 'inverted' }
    : { dropout: Number((1 - factor).toFixed(6)), dropoutMode: 'downscale' };
}

/** A batch norm behind it leaves a bias, too. */
const hasBias = (unit: Unit | undefined): boolean =>
  unit?.affine.bias !== undefined || unit?.affine.norm !== undefined;

/** Settings that the file does not tell. */
export const assumedIn = ({ stem, lastConv }: FoundNetwork, input: InputShape): readonly SettingName[] => [
  ...(input.size ? [] : (['resolution'] as const)),
  ...(stem.affine.norm ? [] : (['bnEpsilon'] as const)),
  ...(lastConv?.activation.factor === 1 ? (['dropout'] as const) : []),
];

/** Complete settings: what the file does not tell has its default. Padding is settled later. Throws OnnxError. */
export function settingsOf(found: FoundNetwork, input: InputShape): NetConfig {
  const { stem, blocks, lastConv, classifier } = found;
  const inputChannels = stem.affine.weight.shape[1] ?? 0;
  if (input.channels !== undefined && input.channels !== inputChannels)
    refuse(stem.affine.step, `${input.channels} input channels, as the image has`, String(inputChannels));
  const all = blocks.flatMap(({ se }) => se ?? []);
  const epsilon = stem.affine.norm?.epsilon || defaults.bnEpsilon;
  const { config, problems } = readConfig({
    ...stagesOf(found),
    inputChannels,
    resolution: input.size ?? defaults.resolution,
    classes: outChannels(classifier),
    kernels: blocks.map(({ depthwise }) => Number(kernelOf(depthwise.affine)[0])),
    se: blocks.map(({ se }) => se !== undefined),
    seReduction: reductionOf(all),
    gate: gateOf(all),
    activation: activationOf(found),
    lastConv: lastConv ? outChannels(lastConv.affine) : 0,
    lastConvBias: hasBias(lastConv),
    ...dropoutOf(found),
    // stored in single precision: 1e-5 reads 0.00000999999975
    bnEpsilon: Number(epsilon.toPrecision(6)),
  });
  const [problem] = problems;
  if (problem)
    throw new OnnxError({
      where: 'network',
      expected: 'settings within their limits',
      found: describeProblem(problem, ''),
    });
  return config;
}
