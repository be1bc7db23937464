// Every source file of the project: its path from the root, its text, and what it imports.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importsOf, type Import } from './imports.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the project's root, with forward slashes: `src/lib/core/analyze.ts`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

const isSource = (path: string) =>
  /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts') && !path.startsWith('src/lib/paraglide/');

function read(path: string): SourceFile {
  const text = readFileSync(root + path, 'utf8');
  return { path, text, lines: text.trimEnd().split('\n').length, imports: importsOf(path, text) };
}

export const sourceFiles: readonly SourceFile[] = readdirSync(`${root}src`, {
  recursive: true,
  encoding: 'utf8',
})
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter(isSource)
  .sort()
  .map(read);
