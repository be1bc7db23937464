// PP-LCNet's structure found in a file: stem, depthwise separable blocks with or without SE, head. Nothing is guessed from names.
import { MAX_BLOCKS } from '../../config/settings.ts';
import { readActivation, type FoundActivation } from './activation.ts';
import { readAffine, type Affine } from './affine.ts';
import { refuse, type Dataflow } from './dataflow.ts';
import { checked, outChannels, type Rule } from './rule.ts';
import { isPool, readSqueezeExcite, type FoundSqueezeExcite } from './squeezeExcite.ts';

/** A layer and the activation behind it. */
export interface Unit {
  readonly affine: Affine;
  readonly activation: FoundActivation;
}

export interface FoundBlock {
  readonly depthwise: Unit;
  readonly se: FoundSqueezeExcite | undefined;
  readonly pointwise: Unit;
}

export interface FoundNetwork {
  readonly stem: Unit;
  readonly blocks: readonly FoundBlock[];
  readonly lastConv: Unit | undefined;
  readonly classifier: Affine;
}

/** A convolution that nothing scales: dropout stands in the head alone. */
function readUnit(flow: Dataflow, value: string, rule: Rule): Unit {
  const affine = checked(readAffine(flow, value, rule.what), rule);
  return { affine, activation: readActivation(flow, affine.value, outChannels(affine)) };
}

function readBlock(flow: Dataflow, before: string, channels: number): FoundBlock {
  const depthwise = readUnit(flow, before, {
    what: 'a depthwise convolution',
    kernels: ['3×3', '5×5', '7×7'],
    channels,
    isDepthwise: true,
    mayStride: true,
  });
  const { se, value } = readSqueezeExcite(flow, depthwise.activation.value, channels);
  const pointwise = readUnit(flow, value, { what: 'a pointwise convolution', kernels: ['1×1'], channels });
  return { depthwise, se, pointwise };
}

function readHead(
  flow: Dataflow,
  pooled: string,
  channels: number,
): Pick<FoundNetwork, 'lastConv' | 'classifier'> {
  const layer = { what: 'the last convolution or the classifier', kernels: ['1×1'], channels };
  const first = checked(readAffine(flow, pooled, layer.what), layer);
  if (first.value === flow.output) return { lastConv: undefined, classifier: first };
  const activation = readActivation(flow, first.value, outChannels(first));
  const rule = { what: 'the classifier', kernels: ['1×1'], channels: outChannels(first) };
  const classifier = checked(readAffine(flow, activation.value, rule.what), rule);
  if (classifier.value !== flow.output) {
    const [behind = classifier.step] = flow.readersOf(classifier.value);
    refuse(behind, 'the end of the network behind the classifier');
  }
  return { lastConv: { affine: first, activation }, classifier };
}

/** Throws OnnxError: which node, what it is and what a PP-LCNet has there. */
export function readNetwork(flow: Dataflow): FoundNetwork {
  const stem = readUnit(flow, flow.input, {
    what: "the stem's convolution",
    kernels: ['3×3'],
    mayStride: true,
  });
  const blocks: FoundBlock[] = [];
  let { value } = stem.activation;
  let channels = outChannels(stem.affine);
  for (;;) {
    const [step, other] = flow.readersOf(value);
    if (step && !other && isPool(step, flow))
      return { stem, blocks, ...readHead(flow, step.output, channels) };
    if (step && blocks.length === MAX_BLOCKS) refuse(step, `at most ${MAX_BLOCKS} blocks`, 'more');
    const block = readBlock(flow, value, channels);
    blocks.push(block);
    value = block.pointwise.activation.value;
    channels = outChannels(block.pointwise.affine);
  }
}
