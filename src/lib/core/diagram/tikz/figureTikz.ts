// The figure as TikZ: a LaTeX file that compiles by itself and can be put into a paper; readable, to be edited by hand.
import { figureOf, type FigureRequest } from '../figure.ts';
import { patchesOf, type Patch } from '../patches.ts';
import { colourNames, definition } from './colours.ts';
import { tikzPoint, tikzShape, type NameOf } from './shapes.ts';

const comment = (text: string): string => `% ${text.replace(/[\r\n]+/g, ' ')}`;

const HOW_TO = [
  'Compile it alone with pdflatex, or put it into a paper:',
  '  preamble:  \\usepackage{tikz, standalone}',
  '             \\usepackage[T1]{fontenc}   % and a font of any size, such as lmodern',
  '  figure:    \\resizebox{\\linewidth}{!}{\\input{FILE}}   % FILE: name of this file, without .tex',
  'Lengths are big points (1bp = 1/72 inch), y runs down. Colours are defined below.',
].map(comment);

const STYLES = [
  'x=1bp, y=-1bp,',
  'label/.style={anchor=base, inner sep=0pt, outer sep=0pt, font=\\sffamily\\fontsize{#1bp}{#1bp}\\selectfont},',
].map((line) => `  ${line}`);

function patchLines({ label, x, y, shapes }: Patch, nameOf: NameOf): readonly string[] {
  const lines = shapes.map((shape) => tikzShape(shape, nameOf));
  if (x === 0 && y === 0) return [comment(label), ...lines];
  return [
    comment(label),
    `\\begin{scope}[shift={${tikzPoint({ x, y })}}]`,
    ...lines.map((line) => `  ${line}`),
    '\\end{scope}',
  ];
}

/**
 * Deterministic: the same request gives the same text. A light figure has no background, so that it stands on the paper it is put on.
 * Text is set in the paper's sans-serif face. Words in Chinese need a LaTeX that is set up for them.
 */
export function figureTikz(request: FigureRequest): string {
  const figure = figureOf(request);
  const { width, height, background: fill, title, caption } = figure;
  const ground: Patch = {
    label: 'background',
    x: 0,
    y: 0,
    shapes: [{ kind: 'rect', x: 0, y: 0, width, height, radius: 0, fill }],
  };
  const patches = [...(request.theme === 'dark' ? [ground] : []), ...patchesOf(figure)];
  const names = colourNames(patches, request.theme);
  const nameOf: NameOf = (colour) => (colour === undefined ? undefined : names.get(colour));
  return [
    comment(`${title}: ${caption}`),
    ...HOW_TO,
    '\\documentclass[tikz]{standalone}',
    '\\usepackage[T1]{fontenc}',
    '\\usepackage{lmodern}',
    '\\begin{document}',
    '\\begin{tikzpicture}[',
    ...STYLES,
    ']',
    ...[...names].map(definition),
    `\\useasboundingbox (0,0) rectangle (${width},${height});`,
    ...patches.flatMap((patch) => patchLines(patch, nameOf)),
    '\\end{tikzpicture}',
    '\\end{document}',
    '',
  ].join('\n');
}
