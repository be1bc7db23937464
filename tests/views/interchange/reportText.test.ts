// Reports speak the page's language; its English is that of the command line, word for word.
import { afterEach, expect, test } from 'vitest';
import { reportHtml } from '../../../src/lib/core/document/report/report.ts';
import { ENGLISH, type ReportText } from '../../../src/lib/core/document/report/text.ts';
import { stageTableText } from '../../../src/lib/core/document/stageTable.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import { reportText } from '../../../src/lib/views/interchange/reportText.ts';

const config = FAMILIES.pplcnet.defaults;

const speak = (locale: 'en' | 'zh-CN') => overwriteGetLocale(() => locale);
afterEach(() => speak('en'));

/** Every word, with sentences that are made of facts spoken out. */
const spoken = ({ subtitle, paramsNote, threads, batch, diagram, ...words }: ReportText) => ({
  ...words,
  kinds: diagram.kinds,
  sentences: [
    subtitle({ task: 'T', input: '1×1×3', classes: '7' }),
    paramsNote('5'),
    threads(1),
    threads(4),
    batch(1),
    diagram.block(2),
  ],
});

test('page and command line write the same report in English', () => {
  speak('en');
  expect(spoken(reportText())).toEqual(spoken(ENGLISH));
  expect(reportHtml({ config, text: reportText() })).toBe(reportHtml({ config }));
});

test('the report of a Chinese page has Chinese words, and the same numbers', () => {
  speak('zh-CN');
  const html = reportHtml({ config, text: reportText() });
  expect(html).toContain('<html lang="zh-CN">');
  for (const word of ['网络结构', '总量', '逐阶段', '逐层', '公布的数据', '配置', '10 线程，批大小 1'])
    expect(html).toContain(word);
  for (const number of ['2,952,520', '155,700,480', '160,808,128']) expect(html).toContain(number);
  const visible = html.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, ' ');
  for (const word of ['Stage', 'Layer', 'Source', 'Params', 'Kernel', 'Training', 'yes', 'convention'])
    expect(visible).not.toMatch(new RegExp(`\\b${word}\\b`));
});

test('of stage tables, Markdown is Chinese; LaTeX and CSV, for papers and programs, are not', () => {
  speak('zh-CN');
  const { stageTable: text } = reportText();
  expect(stageTableText({ config, text }, 'markdown')).toMatch(/^\| 阶段 \| 块 \| 算子 \|/);
  for (const format of ['latex', 'csv'] as const)
    expect(stageTableText({ config, text }, format)).toBe(stageTableText({ config }, format));
});
