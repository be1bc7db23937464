// Squeeze-and-excitation in a file: where a value goes two ways, into a global pool and past it into a product.
import { readActivation, type FoundActivation } from './activation.ts';
import { readAffine, type Affine } from './affine.ts';
import { numbersOf, refuse, type Dataflow, type Step } from './dataflow.ts';
import { checked, outChannels } from './rule.ts';

export interface FoundSqueezeExcite {
  readonly reduce: Affine;
  readonly expand: Affine;
  readonly gate: FoundActivation;
}

/** Global average pooling, by whatever name. */
export function isPool(step: Step, flow: Dataflow): boolean {
  if (step.op === 'GlobalAveragePool') return step.reads.layout === 'NCHW' || step.reads.isPooled;
  if (step.op !== 'ReduceMean' || step.reads.isPooled) return false;
  const axes = numbersOf(step, 'axes') ?? [
    ...(flow.constants.get(step.inputs[1] ?? '')?.data.subarray(0, 5) ?? []),
  ];
  const positive = axes.map((axis) => (axis < 0 ? axis + 4 : axis)).sort((a, b) => a - b);
  return positive.join() === (step.reads.layout === 'NCHW' ? '2,3' : '1,2');
}

/** Where the value goes two ways: into a pool and past it into the product. */
export function readSqueezeExcite(
  flow: Dataflow,
  value: string,
  channels: number,
): { readonly se: FoundSqueezeExcite | undefined; readonly value: string } {
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
