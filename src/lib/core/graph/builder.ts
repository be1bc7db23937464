// GraphBuilder: adds nodes one by one, infers their shapes, and remembers which stage, block and unit they belong to.
import type { Block, Graph, Node, Op, Shape, Stage, StageRole } from './ir.ts';
import { inferShape } from './shapes.ts';

/** The result of a node, as building code passes it on. */
export interface Tensor {
  readonly node: string;
  readonly shape: Shape;
}

interface Section {
  readonly stage: string;
  readonly role: StageRole;
}

export class GraphBuilder {
  readonly #nodes: Node[] = [];
  readonly #names = new Set<string>();
  readonly #blocks: Block[] = [];
  readonly #stages: { id: string; role: StageRole; blocks: Block[] }[] = [];
  #section: Section | undefined;
  /** Of the nodes to come; outside of blocks there is none. */
  #path: Node['path'] | undefined;
  #numbered = 0;

  stage<T>(id: string, role: StageRole, build: () => T): T {
    this.#section = { stage: id, role };
    this.#stages.push({ id, role, blocks: [] });
    const result = build();
    this.#section = undefined;
    return result;
  }

  /** Blocks of the body are numbered 1 … n in the order in which they are built. */
  block<T>(id: string, build: () => T): T {
    const section = this.#section;
    const stage = this.#stages.at(-1);
    if (!section || !stage) throw new Error(`block ${id} stands outside of a stage`);
    const start = this.#nodes.length;
    this.#path = [section.stage, id];
    const result = build();
    this.#path = undefined;
    const number = section.role === 'body' ? { number: ++this.#numbered } : {};
    const block: Block = { id, ...section, ...number, start, end: this.#nodes.length };
    this.#blocks.push(block);
    stage.blocks.push(block);
    return result;
  }

  unit<T>(id: string, build: () => T): T {
    const outer = this.#path;
    if (!outer) throw new Error(`unit ${id} stands outside of a block`);
    this.#path = [...outer, id];
    const result = build();
    this.#path = outer;
    return result;
  }

  add(name: string, op: Op, ...inputs: readonly Tensor[]): Tensor {
    const path = this.#path;
    if (!path) throw new Error(`node ${name} stands outside of a block`);
    if (this.#names.has(name)) throw new Error(`two nodes are called ${name}`);
    const inputShapes = inputs.map((input) => input.shape);
    const shape = inferShape(op, inputShapes);
    this.#names.add(name);
    this.#nodes.push({ name, op, inputs: inputs.map((input) => input.node), inputShapes, shape, path });
    return { node: name, shape };
  }

  input(shape: Shape): Tensor {
    return this.stage('input', 'input', () =>
      this.block('input', () => this.add('input', { kind: 'input', shape })),
    );
  }

  finish(): Graph {
    const stages: readonly Stage[] = this.#stages;
    return { nodes: this.#nodes, stages, blocks: this.#blocks };
  }
}
