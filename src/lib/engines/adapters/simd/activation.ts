// Activations as the kernels take them.
import type { Node } from '../../../core/graph/ir.ts';
import { LEAKY_SLOPE } from '../../../core/reference/activations.ts';
import type { KernelActivation } from './records.ts';

const LARGEST = 3.4e38;

/** @param slopes address of PReLU's, or LeakyReLU's, slopes: one per channel, in whole vectors */
export function kernelActivation(node: Node<'activation'> | undefined, slopes: number): KernelActivation {
  if (!node) return { kind: 'none' };
  const { function: name, slope = 0 } = node.op;
  const table = {
    relu: { kind: 'clamp', low: 0, high: LARGEST },
    relu6: { kind: 'clamp', low: 0, high: 6 },
    clip: { kind: 'clamp', low: 0, high: 1 },
    hardswish: { kind: 'hardSwish' },
    hardsigmoid: { kind: 'hardSigmoid', low: slope },
    leakyrelu: { kind: 'prelu', slopes },
    prelu: { kind: 'prelu', slopes },
    elu: { kind: 'elu' },
    swish: { kind: 'swish' },
  } as const satisfies Record<typeof name, KernelActivation>;
  return table[name];
}

/** The slopes that an activation needs: its weights, or LeakyReLU's one for all channels. */
export function slopesOf(
  node: Node<'activation'> | undefined,
  weight: (name: string) => Float32Array,
): Float32Array | undefined {
  if (node?.op.function === 'prelu') return weight(`${node.name}.weight`);
  if (node?.op.function === 'leakyrelu') return new Float32Array(node.shape[2]).fill(LEAKY_SLOPE);
  return undefined;
}
