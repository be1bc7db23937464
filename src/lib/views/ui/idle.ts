// Waits until the page answers: what is not needed for that is loaded afterwards.

const LONGEST_MS = 1500;
/** Where the browser cannot say when it is idle. */
const GUESS_MS = 200;

/** Resolves when the browser has nothing better to do. To be called once the page is alive. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: LONGEST_MS });
    else setTimeout(resolve, GUESS_MS);
  });
