// `lcnet report`: everything about one network as a single HTML file, to be printed, mailed or put on the web.
import { reportHtml } from '../lib/core/document/report/report.ts';
import { architecture } from './architecture.ts';
import type { Command } from './command.ts';
import { Failure } from './failure.ts';
import { write } from './write.ts';

export const report: Command = {
  name: 'report',
  about: 'figures, totals and tables of a network as one HTML file: --out FILE.html',
  architecture: true,
  options: { out: { type: 'string', about: 'file to write. Without it, HTML goes to stdout' } },
  run: (values) => {
    const html = reportHtml({ config: architecture(values) });
    const { out } = values;
    if (typeof out !== 'string') return html.trimEnd();
    if (!out.endsWith('.html')) throw new Failure(`--out ${out}: a name that ends in .html expected`);
    write('out', out, html);
    return '';
  },
};
