// `npm run weights:check`: sizes and hashes of the shipped files, and a golden output of the networks that are cut out of them;
// with `-- --accuracy` also the top-1 of some on all test images, which takes minutes.
import { statSync } from 'node:fs';
import { CALIBRATION, IMAGES, LABELS, WEIGHTS } from '../../src/lib/core/trained/files.ts';
import { isEngineError } from '../../src/lib/engines/errors.ts';
import { compareAccuracies, compareWithGolden } from './compare.ts';

const TOLERANCE = 1e-3;
/** In points of top-1. */
const ACCURACY_TOLERANCE = 0.1;
const LIMITS = [
  [WEIGHTS, 6e6],
  [IMAGES, 5e6],
  [LABELS, 5e6],
  [CALIBRATION, 5e6],
] as const;

const problems: string[] = [];
const say = (text: string): unknown => process.stdout.write(`${text}\n`);

for (const [{ path, bytes }, limit] of LIMITS) {
  const found = statSync(new URL(`../../static/${path}`, import.meta.url), { throwIfNoEntry: false })?.size;
  say(`${path}: ${found ?? 'missing'} bytes`);
  if (found !== bytes) problems.push(`${path}: ${bytes} bytes expected, got ${found ?? 'no file'}`);
  if (bytes > limit) problems.push(`${path}: at most ${limit} bytes expected, got ${bytes}`);
}
try {
  const compared = await compareWithGolden();
  const worst = Math.max(...compared.map(({ difference }) => difference));
  say(`${compared.length} networks: logits differ from PyTorch's by at most ${worst.toExponential(1)}`);
  if (!(worst <= TOLERANCE)) problems.push(`at most ${TOLERANCE} expected, got ${worst}`);
  if (process.argv.includes('--accuracy'))
    for await (const { name, found, expected } of compareAccuracies()) {
      say(`${name}: top-1 ${found.toFixed(2)} %, in PyTorch ${expected.toFixed(2)} %`);
      if (!(Math.abs(found - expected) <= ACCURACY_TOLERANCE))
        problems.push(`${name}: ${expected.toFixed(2)} % expected, got ${found.toFixed(2)}`);
    }
} catch (error) {
  if (!isEngineError(error, 'data')) throw error;
  problems.push(error.message);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
