// Items of a scene: the parts that both layouts make alike, and their words for screen readers.
import type { Node } from '../graph/ir.ts';
import type { Group } from './groups.ts';
import type { Part } from './parts.ts';
import type { DiagramRequest } from './request.ts';
import type { Box, Item, Shape } from './scene.ts';

type Size = Node['shape'];

let last: { readonly size: Size; readonly text: string } | undefined;

/** The last one is kept: what a layer gives, the next one takes, and most give what they take. */
function textOf(size: Size | undefined): string {
  if (!size) return '';
  if (last?.size !== size) last = { size, text: `${size[0]}×${size[1]}×${size[2]}` };
  return last.text;
}

/** `14×14×256 → 7×7×512`; an input has only what it gives. */
function shapesOf(first: Node | undefined, end: Node | undefined): string {
  const before = first?.inputShapes[0];
  return before ? `${textOf(before)} → ${textOf(end?.shape)}` : textOf(end?.shape);
}

/** All about an item in one line: what a screen reader says. */
export const labelOf = ({ title, about, tensors }: Item): string =>
  `${about ? `${title}: ${about}` : title}; ${tensors}`;

export function groupTitle({ text }: DiagramRequest, { id, number }: Group): string {
  return number === undefined ? id : text.block(number);
}

interface GroupItem {
  readonly request: DiagramRequest;
  readonly group: Group;
  readonly box: Box;
  readonly shapes: readonly Shape[];
}

export function groupItem({ request, group, box, shapes }: GroupItem): Item {
  const { nodes } = request.analysis.graph;
  const [first, last] = [nodes[group.start], nodes[group.end - 1]];
  const { number, level, open: frame, start, end, id } = group;
  const title = number === undefined ? id : `${groupTitle(request, group)} (${id})`;
  const about = frame ? '' : group.parts.map((part) => part.name).join(', ');
  const tensors = shapesOf(first, last);
  const kind = group.parts[0]?.kind ?? 'other';
  const { x, y, width, height } = box;
  const item = {
    id,
    level,
    kind,
    title,
    about,
    tensors,
    start,
    end,
    frame,
    x,
    y,
    width,
    height,
    shapes,
  };
  return number === undefined ? item : { ...item, number };
}

interface LayerItem {
  readonly request: DiagramRequest;
  readonly part: Part;
  readonly box: Box;
  readonly shapes: readonly Shape[];
}

export function layerItem({ request, part, box, shapes }: LayerItem): Item {
  const node = request.analysis.graph.nodes[part.start];
  const id = node?.name ?? '';
  const { kind, name: about, start, end } = part;
  const tensors = shapesOf(node, node);
  const { x, y, width, height } = box;
  return {
    id,
    level: 'layer',
    kind,
    title: id,
    about,
    tensors,
    start,
    end,
    frame: false,
    x,
    y,
    width,
    height,
    shapes,
  };
}
