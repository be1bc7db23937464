// Runs a program of this folder in its own Node process, bundled as the site is; what it prints as JSON is the answer.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @param entry path of the program, relative to this folder */
export async function runBundled(entry: string): Promise<unknown> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: fileURLToPath(new URL(entry, import.meta.url)),
        outDir,
        rolldownOptions: { output: { entryFileNames: 'bench.mjs' } },
      },
      ssr: { noExternal: true },
    });
    return JSON.parse(execFileSync(process.execPath, [join(outDir, 'bench.mjs')], { encoding: 'utf8' }));
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
