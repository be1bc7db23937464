// Threads of TensorFlow.js: refused, with the reason, where they cannot be or may stop for ever.
import { afterEach, expect, test, vi } from 'vitest';
import { open } from '../../src/lib/engines/adapters/tfjs/wasm.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36';

afterEach(() => {
  vi.unstubAllGlobals();
});

function pretend(userAgent: string, hardwareConcurrency: number, crossOriginIsolated = true): void {
  vi.stubGlobal('navigator', { userAgent, hardwareConcurrency });
  vi.stubGlobal('crossOriginIsolated', crossOriginIsolated);
}

test.each([
  ['notIsolated', CHROME, 8, false],
  ['deadlock', FIREFOX, 8, true],
  ['singleCore', CHROME, 1, true],
] as const)('are refused: %s', async (code, userAgent, cores, isolated) => {
  pretend(userAgent, cores, isolated);
  await expect(open('wasm-threads', {})).rejects.toMatchObject({ data: { reason: { code } } });
});
