// static/_headers, for static hosts, says what our own servers say.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isolationHeaders, isShared, sharedHeaders } from '../scripts/isolation.mjs';

/** Headers by the pattern that they stand below. */
const headers = new Map<string, string[]>();
for (const line of readFileSync(new URL('../static/_headers', import.meta.url), 'utf8')
  .trim()
  .split('\n'))
  if (line.startsWith('/')) headers.set(line, []);
  else [...headers.values()].at(-1)?.push(line.trim());

const written = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([name, value]) => `${name}: ${value}`);

test('static/_headers carries the isolation headers, and lets other sites have what is made for them', () => {
  const [everywhere, ...shared] = headers.keys();
  expect(everywhere).toBe('/*');
  expect(headers.get('/*')).toEqual(written(isolationHeaders));
  for (const pattern of shared) {
    expect(headers.get(pattern)).toEqual(written(sharedHeaders));
    expect(isShared(pattern.replace('*', '')), pattern).toBe(true);
  }
  expect(shared).toHaveLength(3);
});

test('nothing else is made for other sites', () => {
  for (const path of ['/', '/zh-CN/', '/compare/', '/lessons/embed/', '/lcnet-diagram.js.map', '/_app/x.js'])
    expect(isShared(path), path).toBe(false);
});
