// An adapter that also writes down which files of code the site has: SvelteKit's own list for service workers lacks those of web workers.
import { readdirSync, writeFileSync } from 'node:fs';

/** Read by src/service-worker.ts. */
const LIST = 'build/code-files.json';

/** @param {import('@sveltejs/kit').Adapter} adapter that writes the site to `build` @returns {import('@sveltejs/kit').Adapter} */
export const offline = (adapter) => ({
  ...adapter,
  async adapt(builder) {
    await adapter.adapt(builder);
    const files = readdirSync('build/_app/immutable', { recursive: true, withFileTypes: true });
    const paths = files
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath.replaceAll('\\', '/')}/${name}`.replace(/^build\//, ''));
    writeFileSync(LIST, JSON.stringify(paths.sort()));
  },
});
