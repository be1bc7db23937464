// Receptive field: side of the square of input pixels that one output position sees (the larger side where strides differ).
import type { Pair } from '../config/netConfig.ts';
import { indexesOf } from '../graph/indexesOf.ts';
import type { Graph, Node, OpKind } from '../graph/ir.ts';
import { max, perNode, type Metric } from './metric.ts';

interface Field {
  /** Extent on the input and distance between neighbours, per axis, in pixels. */
  readonly extent: Pair;
  readonly jump: Pair;
}

type Window = { readonly kernel: Pair; readonly stride: Pair } | undefined;
type WindowOf<K extends OpKind> = (node: Node<K>) => Window;

const whole = ({ inputShapes: [shape] }: Node): Window =>
  shape && { kernel: [shape[0], shape[1]], stride: [1, 1] };

// Ops not listed keep the field of their input. An SE gate sees the whole image; as is usual, the product does not.
const WINDOWS: { readonly [K in OpKind]?: WindowOf<K> } = {
  conv: ({ op }) => op,
  maxPool: ({ op }) => op,
  globalPool: whole,
  flatten: whole,
};

const windowOf = (node: Node): Window => (WINDOWS[node.op.kind] as WindowOf<OpKind> | undefined)?.(node);

const larger = ([height, width]: Pair): number => Math.max(height, width);

const PIXEL: Field = { extent: [1, 1], jump: [1, 1] };

function slide(field: Field, window: Window): Field {
  if (!window) return field;
  const { extent, jump } = field;
  const { kernel, stride } = window;
  return {
    extent: [extent[0] + (kernel[0] - 1) * jump[0], extent[1] + (kernel[1] - 1) * jump[1]],
    jump: [jump[0] * stride[0], jump[1] * stride[1]],
  };
}

function wider(a: Field, b: Field): Field {
  if (a === b) return a;
  return {
    extent: [Math.max(a.extent[0], b.extent[0]), Math.max(a.extent[1], b.extent[1])],
    jump: a.jump,
  };
}

/** What reaches a node: where branches join, the widest of them. */
function incoming(graph: Graph, { inputs, op }: Node, fields: readonly Field[]): Field {
  const indexes = indexesOf(graph);
  let widest = fields[indexes.get(inputs[0] ?? '') ?? -1] ?? PIXEL;
  if (op.kind === 'multiply') return widest;
  for (const name of inputs) widest = wider(widest, fields[indexes.get(name) ?? -1] ?? PIXEL);
  return widest;
}

/** In the graph's order. */
function fieldsOf(graph: Graph): readonly Field[] {
  const fields: Field[] = [];
  for (const node of graph.nodes) fields.push(slide(incoming(graph, node, fields), windowOf(node)));
  return fields;
}

/** Theoretical extent in pixels, padding included; may exceed the image. */
export const receptiveField = {
  id: 'receptiveField',
  unit: 'pixels',
  perLayer: (graph) => {
    const fields = fieldsOf(graph);
    return perNode((_, i) => larger((fields[i] ?? PIXEL).extent))(graph);
  },
  combine: max,
  formula: (graph, index) => {
    const node = graph.nodes[index];
    const input = node ? incoming(graph, node, fieldsOf(graph)) : PIXEL;
    const window = node && windowOf(node);
    const { extent } = slide(input, window);
    const axis = extent[0] >= extent[1] ? 0 : 1;
    if (!window) return { symbols: 'r', numbers: String(input.extent[axis]) };
    const numbers = `${input.extent[axis]} + (${window.kernel[axis]} − 1)·${input.jump[axis]}`;
    return { symbols: 'r_in + (k − 1)·j', numbers };
  },
} as const satisfies Metric;
