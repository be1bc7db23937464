// `npm test`: everything that continuous integration runs, step by step, stopping at the first that fails.
// Its last line counts the tests: `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installChromium } from './chromium.mjs';
import { installMissing } from './install.mjs';
import { run } from './run.mjs';

const reports = mkdtempSync(join(tmpdir(), 'lcnet-tests-'));
const count = { passed: 0, failed: 0 };

/** Runs one of the test projects and adds its numbers to the count. @param {string} project */
async function vitest(project) {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run('vitest', ['run', '--project', project, ...reporters]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    count.passed += numPassedTests;
    count.failed += numFailedTests;
  } catch {
    console.error(`${project}: the test run left no report`);
    return code || 1;
  }
  return code;
}

/** @type {readonly (readonly [name: string, step: () => Promise<number>])[]} */
const STEPS = [
  ['packages', installMissing],
  ['Chromium', installChromium],
  ['messages and types', () => run('npm', ['run', '-s', 'generate'])],
  ['format', () => run('prettier', ['--check', '--log-level', 'warn', '.'])],
  ['lint', () => run('eslint', ['.', '--max-warnings', '0'])],
  ['type check', () => run('svelte-check', ['--fail-on-warnings', '--output', 'human'])],
  ['unused code', () => run('knip', [])],
  ['unit, contract and architecture tests', () => vitest('unit')],
  ['build', () => run('vite', ['build', '--logLevel', 'warn'])],
  ['browser tests', () => vitest('e2e')],
];

let exitCode = 0;
for (const [name, step] of STEPS) {
  const start = performance.now();
  console.log(`\n── ${name}`);
  exitCode = await step();
  if (exitCode !== 0) {
    console.error(`── ${name}: failed`);
    break;
  }
  console.log(`── ${name}: ok, ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
rmSync(reports, { recursive: true });

// a step that failed without a failing test is a failure all the same
if (exitCode !== 0 && count.failed === 0) count.failed = 1;
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exit(exitCode);
