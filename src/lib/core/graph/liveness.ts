// Liveness: which buffer each node writes, and from when to when each buffer must be kept.
import { indexesOf } from './indexesOf.ts';
import type { Graph, OpKind } from './ir.ts';
import { elementCount } from './shapes.ts';

/** Ops that can write over their first input when nothing reads it afterwards. */
const IN_PLACE: ReadonlySet<OpKind> = new Set([
  'batchNorm',
  'activation',
  'dropout',
  'multiply',
  'add',
  'flatten',
]);

export interface Buffer {
  readonly elements: number;
  /** Index of the node that writes it first, and of the last node that reads or rewrites it. */
  readonly from: number;
  readonly to: number;
}

export interface Liveness {
  readonly buffers: readonly Buffer[];
  /** For each node, the buffer that holds its output. */
  readonly bufferOf: readonly number[];
}

/** Batch size 1. The network's output is kept to the end. */
export function liveness(graph: Graph): Liveness {
  const { nodes } = graph;
  const indexes = indexesOf(graph);
  const lastRead = nodes.map((_, i) => i);
  nodes.forEach((node, i) => {
    for (const input of node.inputs) lastRead[indexes.get(input) ?? i] = i;
  });
  lastRead[nodes.length - 1] = nodes.length - 1;

  const buffers: { elements: number; from: number; to: number }[] = [];
  const bufferOf: number[] = [];
  nodes.forEach((node, i) => {
    const source = indexes.get(node.inputs[0] ?? '');
    const shared = source === undefined ? undefined : bufferOf[source];
    const buffer = shared === undefined ? undefined : buffers[shared];
    const elements = elementCount(node.shape);
    const overwrites = IN_PLACE.has(node.op.kind) && source !== undefined && lastRead[source] === i;
    if (overwrites && shared !== undefined && buffer?.elements === elements) {
      buffer.to = lastRead[i] ?? i;
      bufferOf.push(shared);
    } else {
      bufferOf.push(buffers.length);
      buffers.push({ elements, from: i, to: lastRead[i] ?? i });
    }
  });
  return { buffers, bufferOf };
}
