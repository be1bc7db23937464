// The inference worker of a page, seen from outside.
import type { Page, Worker } from 'playwright-core';

/** The inference worker; others are threads of its runtime. */
export function inference(page: Page): Worker {
  const worker = page.workers().find((candidate) => /\/worker-[^/]*$/.test(candidate.url()));
  if (!worker) throw new Error(`no inference worker among ${page.workers().length}`);
  return worker;
}

/** Ends the inference worker from within. */
export async function killWorker(page: Page): Promise<void> {
  await inference(page).evaluate(() => {
    self.close();
  });
}
