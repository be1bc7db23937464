// Items of a scene: the parts that both layouts make alike, and their words for screen readers.
import type { Node } from '../graph/ir.ts';
import type { Group } from './groups.ts';
import type { Part } from './parts.ts';
import type { DiagramRequest } from './request.ts';
import type { Box, Item, Shape } from './scene.ts';

const size = (shape: Node['shape'] | undefined): string =>
  shape ? `${shape[0]}×${shape[1]}×${shape[2]}` : '';

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
  const parts = group.parts.map(({ name }) => name).join(', ');
  const label = `${groupTitle(request, group)} (${group.id}): ${parts}; ${size(first?.inputShapes[0])} → ${size(last?.shape)}`;
  return {
    ...box,
    id: group.id,
    level: group.level,
    ...(group.number === undefined ? {} : { number: group.number }),
    kind: group.parts[0]?.kind ?? 'other',
    label,
    start: group.start,
    end: group.end,
    frame: group.open,
    shapes,
  };
}

interface LayerItem {
  readonly request: DiagramRequest;
  readonly part: Part;
  readonly box: Box;
  readonly shapes: readonly Shape[];
}

export function layerItem({ request, part, box, shapes }: LayerItem): Item {
  const node = request.analysis.graph.nodes[part.start];
  const { x, y, width, height } = box;
  return {
    x,
    y,
    width,
    height,
    id: node?.name ?? '',
    level: 'layer',
    kind: part.kind,
    label: `${node?.name ?? ''}: ${part.name}; ${size(node?.inputShapes[0])} → ${size(node?.shape)}`,
    start: part.start,
    end: part.end,
    frame: false,
    shapes,
  };
}
