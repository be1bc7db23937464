// What axe-core finds serious on a page, one line per finding.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare const axe: { run: () => Promise<AxeResults> };

export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // evaluated, not added as a script: the page's content security policy stays in force
  await page.evaluate(await readFile(axePath, 'utf8'));
  const { violations } = await page.evaluate(() => axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
