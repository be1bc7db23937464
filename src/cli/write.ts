// Writes a file that an option names; where that fails, says so in one line.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Failure } from './failure.ts';

function attempt(option: string, path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new Failure(
      `--${option} ${path}: cannot be written (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** Makes a folder, and those around it; one that is there stays. */
export const makeFolder = (option: string, path: string): void =>
  attempt(option, path, () => mkdirSync(path, { recursive: true }));

/** @param option that named the path */
export const write = (option: string, path: string, content: string | Uint8Array): void =>
  attempt(option, path, () => writeFileSync(path, content));
