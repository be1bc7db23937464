// Installs the packages of the lock file when they are missing or older than it. Needs nothing but Node and npm.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/** @param {string} path */
const writtenAt = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

export async function installMissing() {
  if (writtenAt('node_modules/.package-lock.json') >= writtenAt('package-lock.json')) return 0;
  console.log('Installing packages (npm ci)');
  return run('npm', ['ci', '--include=dev', '--loglevel=error']);
}
