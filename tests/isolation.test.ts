// static/_headers, for static hosts, says what our own servers say.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isolationHeaders } from '../scripts/isolation.mjs';

test('static/_headers carries the isolation headers', () => {
  const text = readFileSync(new URL('../static/_headers', import.meta.url), 'utf8');
  for (const [name, value] of Object.entries(isolationHeaders)) expect(text).toContain(`${name}: ${value}`);
});
