// PP-LCNet's structure found in a file: stem, depthwise separable blocks with or without SE, head. Nothing is guessed from names.
import { MAX_BLOCKS } from '../../config/settings.ts';
import { readActivation, type FoundActivation } from './activation.ts';
import { readAffine, type Affine } from './affine.ts';
import { numbersOf, refuse, type Dataflow, type Step } from './dataflow.ts';

/** A layer and the activation behind it. */
export interface Unit {
  readonly affine: Affine;
  readonly activation: FoundActivation;
}

export interface FoundSqueezeExcite {
  readonly reduce: Affine;
  readonly expand: Affine;
  readonly gate: FoundActivation;
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

export const outChannels = ({ weight }: Affine): number => weight.shape[0] ?? 0;
export const kernelOf = ({ weight }: Affine): string => weight.shape.slice(2).join('×');

interface Rule {
  /** For messages: `the stem's convolution`. */
  readonly what: string;
  readonly kernels: readonly string[];
  /** Undefined for the first layer. */
  readonly channels?: number;
  readonly isDepthwise?: boolean;
  readonly mayStride?: boolean;
}

function checked(
  affine: Affine,
  { what, kernels, channels, isDepthwise = false, mayStride = false }: Rule,
): Affine {
  const { step, weight, groups, stride } = affine;
  const kernel = kernelOf(affine);
  if (!kernels.includes(kernel)) refuse(step, `a kernel of ${kernels.join(' or ')} for ${what}`, kernel);
  const expectedGroups = isDepthwise ? (channels ?? 1) : 1;
  if (groups !== expectedGroups) refuse(step, `${expectedGroups} groups for ${what}`, String(groups));
  const inChannels = (weight.shape[1] ?? 0) * groups;
  if (channels !== undefined && inChannels !== channels)
    refuse(step, `${channels} input channels for ${what}`, String(inChannels));
  if (isDepthwise && outChannels(affine) !== channels)
    refuse(step, `${channels ?? 0} output channels for ${what}`, String(outChannels(affine)));
  if (!stride.every((s) => s === 1 || (mayStride && s === 2)))
    refuse(step, `a stride of ${mayStride ? '1 or 2' : '1'} for ${what}`, stride.join('×'));
  return affine;
}

/** A convolution that nothing scales: dropout stands in the head alone. */
function readUnit(flow: Dataflow, value: string, rule: Rule): Unit {
  const affine = checked(readAffine(flow, value, rule.what), rule);
  return { affine, activation: readActivation(flow, affine.value, outChannels(affine)) };
}

/** Global average pooling, by whatever name. */
function isPool(step: Step, flow: Dataflow): boolean {
  if (step.op === 'GlobalAveragePool') return true;
  if (step.op !== 'ReduceMean' || step.reads.isPooled) return false;
  const axes = numbersOf(step, 'axes') ?? [
    ...(flow.constants.get(step.inputs[1] ?? '')?.data.subarray(0, 5) ?? []),
  ];
  const positive = axes.map((axis) => (axis < 0 ? axis + 4 : axis)).sort((a, b) => a - b);
  return positive.join() === (step.reads.layout === 'NCHW' ? '2,3' : '1,2');
}

/** Where the value goes two ways: into a pool and past it into the product. */
function readSqueezeExcite(flow: Dataflow, value: string, channels: number) {
  const readers = flow.readersOf(value);
  if (readers.length < 2) return { se: undefined, value };
  const pool = readers.find((step) => isPool(step, flow));
  const product = readers.find(({ op }) => op === 'Mul');
  const [first] = readers as readonly [Step];
  if (!pool || !product || readers.length > 2)
    return refuse(
      first,
      'global pooling and a product (squeeze-and-excitation)',
      readers.map(({ op }) => op).join(', '),
    );
  const layer = { kernels: ['1×1'], what: 'squeeze-and-excitation' };
  const reduce = checked(readAffine(flow, pool.output, layer.what), { ...layer, channels });
  const middle = readActivation(flow, reduce.value, outChannels(reduce));
  if (middle.function !== 'relu' || middle.factor !== 1)
    refuse(reduce.step, 'ReLU behind the first layer of squeeze-and-excitation', middle.function);
  const expand = checked(readAffine(flow, middle.value, layer.what), {
    ...layer,
    channels: outChannels(reduce),
  });
  if (outChannels(expand) !== channels) refuse(expand.step, `${channels} gates`, String(outChannels(expand)));
  const gate = readActivation(flow, expand.value, channels);
  if (!product.inputs.includes(gate.value) || gate.factor !== 1)
    refuse(product, 'the product of a feature map and its gates', product.inputs.join(' × '));
  return { se: { reduce, expand, gate }, value: product.output };
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
