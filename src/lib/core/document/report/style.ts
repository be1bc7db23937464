// The style sheet of a report: light and dark by the reader's preference, narrow screens, and paper.
import { LAYER_KINDS } from '../../graph/kind.ts';
import { KIND_COLOURS, PAPER, type Theme } from '../../diagram/palette.ts';

const ACCENTS: Readonly<Record<Theme, string>> = { light: '#3b5bdb', dark: '#8ea8ff' };

const variables = (theme: Theme): string => {
  const { background, surface, line, ink, muted } = PAPER[theme];
  const kinds = LAYER_KINDS.map((kind) => `--${kind}:${KIND_COLOURS[theme][kind]}`).join(';');
  return `color-scheme:${theme};--canvas:${background};--surface:${surface};--line:${line};--ink:${ink};--muted:${muted};--accent:${ACCENTS[theme]};${kinds}`;
};

export const STYLE = `
:root{${variables('light')}}
@media screen and (prefers-color-scheme:dark){:root{${variables('dark')}}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2.5rem 1.5rem 3rem;max-width:64rem;color:var(--ink);background:var(--canvas);
  font:.875rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;
  font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
h1{margin:0;font-size:1.75rem;line-height:1.2;letter-spacing:-.01em}
h2{margin:0 0 .75rem;font-size:1.0625rem;line-height:1.3}
h3{margin:0 0 .75rem;font-size:.875rem;line-height:1.3}
header p,.note{margin:.25rem 0 0;color:var(--muted)}
.note{margin:0 0 .75rem;max-width:44rem}
section{margin-top:2.5rem}
a{color:var(--accent);text-underline-offset:.2em}
code{font-family:ui-monospace,'SF Mono','Cascadia Mono',Menlo,Consolas,monospace;font-size:.8125rem;overflow-wrap:anywhere}
figure{margin:0 0 1rem;padding:.25rem;overflow-x:auto;background:var(--canvas);border:1px solid var(--line);border-radius:8px}
figure svg{display:block;width:100%;min-width:42rem;height:auto}
.dark{display:none}
@media screen and (prefers-color-scheme:dark){.dark{display:block}.light{display:none}}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin:0 0 1.5rem}
.cards div{padding:.75rem .875rem;background:var(--surface);border:1px solid var(--line);border-radius:8px}
.cards dt{color:var(--muted);font-size:.75rem}
.cards dd{margin:0;font-size:1.5rem;font-weight:600;line-height:1.3;letter-spacing:-.01em}
.cards dd small{display:block;color:var(--muted);font-size:.75rem;font-weight:400;line-height:1.4;letter-spacing:0}
.cards dd small b{color:var(--ink);font-weight:500}
.scroll{margin-bottom:1rem;overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:8px}
table{width:100%;border-collapse:collapse;font-size:.8125rem;line-height:1.4}
th{padding:.5rem .75rem;color:var(--muted);font-size:.75rem;font-weight:500;text-align:start;white-space:nowrap;border-bottom:1px solid var(--line)}
td{padding:.25rem .75rem;white-space:nowrap;vertical-align:baseline}
tbody tr:last-child td{padding-bottom:.5rem}
tbody tr:first-child td{padding-top:.5rem}
.begins td{border-top:1px solid var(--line)}
.number{text-align:end}
.wraps{min-width:14rem;white-space:normal;overflow-wrap:anywhere}
tfoot td{padding:.5rem .75rem;font-weight:600;border-top:1px solid var(--line)}
td[style]{background:linear-gradient(to left,color-mix(in srgb,var(--accent) 18%,transparent) var(--share),transparent 0) no-repeat center/100% calc(100% - 3px)}
${LAYER_KINDS.map((kind) => `.${kind}::before{background:var(--${kind})}`).join('\n')}
.kind::before{content:'';display:inline-block;width:.625rem;height:.625rem;margin-inline-end:.5rem;border-radius:2px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.links{display:grid;gap:.25rem;margin:0 0 1rem}
@media (width<40rem){body{padding:1.5rem 1rem}section{margin-top:2rem}.cards{grid-template-columns:1fr 1fr}.cards dd{font-size:1.25rem}}
@page{margin:14mm 12mm}
@media print{
  :root{--canvas:#fff}
  body{padding:0;max-width:none;font-size:9pt}
  section{margin-top:7mm}
  h2{break-after:avoid}
  figure,.scroll{overflow:visible;border-radius:0}
  figure{padding:0;border:0;break-inside:avoid}
  figure svg{min-width:0}
  .cards{grid-template-columns:repeat(5,1fr);gap:2mm}
  .cards div,tr{break-inside:avoid}
  .cards dd{font-size:13pt}
  .scroll{border-width:1px 0}
  .wraps{min-width:0}
  table{font-size:7.5pt}
  th,td{padding-inline:1.5mm}
  td[style]{print-color-adjust:exact;-webkit-print-color-adjust:exact}
  thead{display:table-header-group}
  tfoot{display:table-row-group}
}
`;
