// A newer build of the same site, made from a copy of the present one: other names of code, another version, nothing of the old left.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';

const TEXT = new Set(['.html', '.js', '.json']);
/** Marks the names of the newer build's code. */
export const NEWER = '.newer.js';

const filesOf = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

/** A copy that a test may change. */
export function copyOfSite(): string {
  const dir = mkdtempSync(join(tmpdir(), 'lcnet-site-'));
  cpSync('build', dir, { recursive: true });
  return dir;
}

const hashOf = (script: string): string => createHash('sha256').update(script).digest('base64');
const inlineScripts = (html: string): readonly string[] =>
  [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');

/** The content security policy names inline scripts by their hashes. */
function withHashes(before: string, after: string): string {
  const [old, now] = [inlineScripts(before), inlineScripts(after)];
  return old.reduce((html, script, i) => html.replaceAll(hashOf(script), hashOf(now[i] ?? '')), after);
}

/** Replaces a site by its next version. */
export function publishNewer(dir: string): void {
  const code = filesOf(join(dir, '_app/immutable')).filter((file) => extname(file) === '.js');
  const names = new Set(code.map((file) => basename(file)));
  const { version } = JSON.parse(readFileSync(join(dir, '_app/version.json'), 'utf8')) as { version: string };
  for (const file of filesOf(dir).filter((each) => TEXT.has(extname(each)))) {
    const before = readFileSync(file, 'utf8');
    const after = before
      .replaceAll(version, `${version}1`)
      .replace(/[\w-]+(?:\.[\w-]+)*\.js/g, (name) => (names.has(name) ? name.replace(/\.js$/, NEWER) : name));
    if (after !== before) writeFileSync(file, extname(file) === '.html' ? withHashes(before, after) : after);
  }
  for (const file of code) renameSync(file, file.replace(/\.js$/, NEWER));
}
