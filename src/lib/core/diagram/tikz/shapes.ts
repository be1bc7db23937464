// Shapes → TikZ commands; coordinates are those of the scene, in big points (1/72 inch), y running down.
import { latexText } from '../../latex.ts';
import { pathSegments, type Segment } from '../pathSegments.ts';
import type { Anchor, Shape } from '../scene.ts';

/** Hundredths of a point. */
const number = (value: number): string => String(Math.round(value * 100) / 100 || 0);
export const tikzPoint = ({ x, y }: { readonly x: number; readonly y: number }): string =>
  `(${number(x)},${number(y)})`;

const SEGMENTS: {
  readonly [K in Segment['kind']]: (segment: Extract<Segment, { kind: K }>) => string;
} = {
  move: (end) => ` ${tikzPoint(end)}`,
  line: (end) => ` -- ${tikzPoint(end)}`,
  curve: ({ from, to, ...end }) =>
    ` .. controls ${tikzPoint(from)} and ${tikzPoint(to)} .. ${tikzPoint(end)}`,
  close: () => ' -- cycle',
};

/** `\draw`, `\fill` or `\filldraw`, whichever says no more than needed. */
function command(
  { fill, stroke, width = 1 }: { fill?: string | undefined; stroke?: string | undefined; width?: number },
  more: readonly string[],
): string {
  const paints = [
    ...(fill ? [`fill=${fill}`] : []),
    ...(stroke && width > 0 ? [`draw=${stroke}`, `line width=${number(width)}bp`] : []),
    ...more,
  ].join(', ');
  if (!stroke || width === 0) return `\\fill[${paints.replace('fill=', '')}]`;
  return fill ? `\\filldraw[${paints}]` : `\\draw[${paints.replace('draw=', '')}]`;
}

const ANCHORS: Readonly<Record<Anchor, string>> = { start: 'base west', middle: 'base', end: 'base east' };

/** Name of a colour; undefined for none. */
export type NameOf = (colour: string | undefined) => string | undefined;

const PAINTERS: {
  readonly [K in Shape['kind']]: (shape: Extract<Shape, { kind: K }>, nameOf: NameOf) => string;
} = {
  rect: ({ x, y, width, height, radius, fill, stroke, strokeWidth }, nameOf) => {
    const r = Math.min(radius, width / 2, height / 2);
    const brush = { fill: nameOf(fill), stroke: nameOf(stroke), width: strokeWidth ?? 1 };
    const paint = command(brush, r > 0 ? [`rounded corners=${number(r)}bp`] : []);
    return `${paint} ${tikzPoint({ x, y })} rectangle ${tikzPoint({ x: x + width, y: y + height })};`;
  },
  path: ({ d, stroke, width, fill }, nameOf) => {
    const segments = pathSegments(d).map((segment) =>
      (SEGMENTS[segment.kind] as (segment: Segment) => string)(segment),
    );
    return `${command({ fill: nameOf(fill), stroke: nameOf(stroke), width }, [])}${segments.join('')};`;
  },
  text: ({ x, y, text, size, fill, anchor, bold, rotate }, nameOf) => {
    const style = [
      `label=${number(size)}`,
      ANCHORS[anchor] === 'base' ? '' : `anchor=${ANCHORS[anchor]}`,
      `text=${nameOf(fill) ?? ''}`,
      rotate ? `rotate=${number(-rotate)}` : '',
    ].filter(Boolean);
    const words = bold ? `\\textbf{${latexText(text)}}` : latexText(text);
    return `\\node[${style.join(', ')}] at ${tikzPoint({ x, y })} {${words}};`;
  },
};

export const tikzShape = (shape: Shape, nameOf: NameOf): string =>
  (PAINTERS[shape.kind] as (shape: Shape, nameOf: NameOf) => string)(shape, nameOf);
