// Takes away what moves data without changing it: identities, casts, dropout, changes of layout, reshapes of pooled vectors.
import type { NamedTensor } from '../../weights/tensors.ts';
import { OnnxError } from '../onnxError.ts';
import type { OnnxModel, OnnxNode } from '../read/model.ts';
import { castsToFloat, FOLD_CONSTANT } from './constants.ts';
import { numbersOf, type Dataflow, type Fact, type Layout, type Step } from './dataflow.ts';

/** What passes through a node unchanged, and what is known of it behind; undefined where the node does compute. */
type Pass = (node: OnnxNode, fact: Fact) => Fact | undefined;

const unchanged: Pass = (_node, fact) => fact;

/** One position per image: however its shape is written, its values are the channels. */
const ifPooled: Pass = (_node, fact) => (fact.isPooled ? fact : undefined);

const TO_NCHW = '0,3,1,2';
const TO_NHWC = '0,2,3,1';

const turned: Pass = (node, { layout, isPooled }) => {
  const order = numbersOf(node, 'perm') ?? [];
  if (isPooled) return order[0] === 0 ? { layout, isPooled } : undefined;
  if (layout === 'NHWC' && order.join() === TO_NCHW) return { layout: 'NCHW', isPooled };
  if (layout === 'NCHW' && order.join() === TO_NHWC) return { layout: 'NHWC', isPooled };
  return undefined;
};

const PASS: ReadonlyMap<string, Pass> = new Map<string, Pass>([
  ['Identity', unchanged],
  ['Dropout', unchanged],
  ['Cast', (node, fact) => (castsToFloat(node) ? fact : undefined)],
  ['Transpose', turned],
  ['Reshape', ifPooled],
  ['Flatten', ifPooled],
  ['Squeeze', ifPooled],
  ['Unsqueeze', ifPooled],
]);

const POOLS = new Set(['GlobalAveragePool', 'ReduceMean']);

/** A file from a library with channels last begins by turning the image. */
function layoutOf({ nodes }: OnnxModel, input: string): Layout {
  const first = nodes.find(({ inputs }) => inputs.includes(input));
  const turns = first?.op === 'Transpose' && numbersOf(first, 'perm')?.join() === TO_NCHW;
  return turns ? 'NHWC' : 'NCHW';
}

/** The steps on which a value depends, the last one first. */
function ancestors(origin: ReadonlyMap<string, Step>, output: string): ReadonlySet<Step> {
  const found = new Set<Step>();
  const pending = [output];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const step = origin.get(value);
    if (!step || found.has(step)) continue;
    found.add(step);
    for (const input of step.inputs) pending.push(input);
  }
  return found;
}

function oneOf<T>(list: readonly T[], where: string): T {
  const [only] = list;
  if (only === undefined || list.length > 1)
    throw new OnnxError({ where, expected: 'one', found: String(list.length) });
  return only;
}

/** Softmax at the end is left out as well: what it is given are the logits. Throws OnnxError. */
export function simplify(model: OnnxModel): Dataflow {
  const input = oneOf(model.inputs, 'inputs').name;
  const result = oneOf(model.outputs, 'outputs').name;
  const constants = new Map<string, NamedTensor>(model.constants);
  const layout = layoutOf(model, input);
  const facts = new Map<string, Fact>([[input, { layout, isPooled: false }]]);
  const same = new Map<string, string>();
  const origin = new Map<string, Step>();

  for (const node of model.nodes) {
    const op = node.domain === '' ? node.op : `${node.domain}.${node.op}`;
    const inputs = node.inputs.map((name) => same.get(name) ?? name);
    const [first = '', ...others] = inputs;
    const [output = ''] = node.outputs;
    const constant = constants.get(first);
    if (constant) {
      const tensors = others.flatMap((name) => constants.get(name) ?? []);
      const folded = FOLD_CONSTANT.get(op)?.(constant, node, tensors);
      if (folded) constants.set(output, folded);
      if (folded) continue;
    }
    // facts of a turned value go under its new name, which stands for the old one everywhere else
    const known = facts.get(node.inputs[0] ?? '') ?? facts.get(first);
    const passed = known && PASS.get(op)?.(node, known);
    if (passed) {
      same.set(output, first);
      facts.set(output, passed);
      continue;
    }
    const data = node.inputs.flatMap((name) => facts.get(name) ?? []);
    const reads = data.find((fact) => !fact.isPooled) ?? data[0];
    // what depends on the image's shape only (how to reshape a vector) is no data
    if (!reads) continue;
    facts.set(output, { ...reads, isPooled: reads.isPooled || POOLS.has(op) });
    origin.set(output, { name: node.name, op, inputs, output, attributes: node.attributes, reads });
  }

  const end = same.get(result) ?? result;
  const last = origin.get(end);
  const output = last?.op === 'Softmax' ? (last.inputs[0] ?? end) : end;
  const live = ancestors(origin, output);
  const readers = new Map<string, Step[]>();
  for (const step of origin.values())
    if (live.has(step))
      for (const value of new Set(step.inputs)) {
        const steps = readers.get(value) ?? [];
        steps.push(step);
        readers.set(value, steps);
      }
  return { input, inputLayout: layout, output, constants, readersOf: (value) => readers.get(value) ?? [] };
}
