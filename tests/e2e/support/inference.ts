// The inference worker of a page, seen from outside.
import type { Page, Worker } from 'playwright-core';

/** Others are threads of a runtime, which answer nothing while they run. */
const isInference = (worker: Worker): boolean => /\/worker-[^/]*$/.test(worker.url());

export function inference(page: Page): Worker {
  const worker = page.workers().find(isInference);
  if (!worker) throw new Error(`no inference worker among ${page.workers().length}`);
  return worker;
}

/** Ends the inference worker from within. */
export async function killWorker(page: Page): Promise<void> {
  await inference(page).evaluate(() => {
    self.close();
  });
}

/** From the next load of the page on, runs this in every inference worker as soon as it starts. */
export function prepareInference(page: Page, change: () => void): void {
  page.on('worker', (worker) => {
    if (isInference(worker)) void worker.evaluate(change);
  });
}

/** From the next load of the page on, keeps the threads that the inference worker starts within reach. */
export function watchThreads(page: Page): void {
  prepareInference(page, () => {
    const started: { terminate: () => void }[] = [];
    const Original = self.Worker;
    self.Worker = class extends Original {
      constructor(...args: ConstructorParameters<typeof Original>) {
        super(...args);
        started.push(this);
      }
    };
    Object.assign(self, { started });
  });
}

export async function killThreads(page: Page): Promise<void> {
  await inference(page).evaluate(() => {
    const { started } = self as unknown as { readonly started: readonly { terminate: () => void }[] };
    for (const thread of started) thread.terminate();
  });
  // Chromium gives a worker that does not listen two more seconds
  await page.waitForTimeout(4000);
}
