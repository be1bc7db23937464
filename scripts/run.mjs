// Runs a command in the project's root with its output shown; resolves to the exit code.
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const local = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const PATH = `${local}${delimiter}${process.env.PATH ?? ''}`;

/** @param {string} command @param {readonly string[]} args @returns {Promise<number>} */
export function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH },
      // npm and the tools are .cmd files on Windows
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
