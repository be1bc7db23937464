// Scene → SVG text: inline attributes only, no stylesheet, the same in browsers, Inkscape, librsvg and LaTeX.
import { labelOf } from './items.ts';
import type { Item, Scene, Shape } from './scene.ts';

export const FONT =
  "Helvetica, Arial, 'Liberation Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** Hundredths of a unit are enough for any printer. */
const round = (value: number): string => String(Math.round(value * 100) / 100);

const attributes = (entries: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(entries)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${name}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`],
    )
    .join('');

const PAINTERS: { readonly [K in Shape['kind']]: (shape: Extract<Shape, { kind: K }>) => string } = {
  rect: ({ x, y, width, height, radius, fill, stroke, strokeWidth }) =>
    `<rect${attributes({ x, y, width, height, rx: radius, fill, stroke, 'stroke-width': strokeWidth })}/>`,
  path: ({ d, stroke, width, fill }) =>
    `<path${attributes({ d, stroke, 'stroke-width': width, fill: fill ?? 'none' })}/>`,
  text: ({ x, y, text, size, fill, anchor, bold, rotate }) =>
    `<text${attributes({
      x,
      y,
      'font-size': size,
      'font-weight': bold ? 700 : undefined,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      fill,
      transform: rotate === undefined ? undefined : `rotate(${round(rotate)} ${round(x)} ${round(y)})`,
    })}>${escapeXml(text)}</text>`,
};

export const paintShape = (shape: Shape): string => (PAINTERS[shape.kind] as (shape: Shape) => string)(shape);

function paintItem(item: Item): string {
  const place = `translate(${round(item.x)} ${round(item.y)})`;
  const title = `<title>${escapeXml(labelOf(item))}</title>`;
  return `<g transform="${place}">${title}${item.shapes.map(paintShape).join('')}</g>`;
}

/** Everything of the scene but legend and background, one element per line. */
export function paintScene({ items, links, marks }: Scene): string {
  return [
    ...items.filter(({ frame }) => frame).map(paintItem),
    ...links.map(paintShape),
    ...items.filter(({ frame }) => !frame).map(paintItem),
    ...marks.map(paintShape),
  ].join('\n');
}
