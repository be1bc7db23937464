// Items of a scene: the parts that both layouts make alike, and their words for screen readers.
import type { Node } from '../graph/ir.ts';
import type { Group } from './groups.ts';
import type { Part } from './parts.ts';
import type { DiagramRequest } from './request.ts';
import type { Box, Item, Shape } from './scene.ts';

const size = (shape: Node['shape'] | undefined): string =>
  shape ? `${shape[0]}×${shape[1]}×${shape[2]}` : '';

/** `14×14×256 → 7×7×512`; an input has only what it gives. */
function shapesOf(first: Node | undefined, last: Node | undefined): string {
  const before = first?.inputShapes[0];
  return before ? `${size(before)} → ${size(last?.shape)}` : size(last?.shape);
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
  const words = { title: id, about, tensors };
  return { id, level: 'layer', kind, ...words, start, end, frame: false, x, y, width, height, shapes };
}
