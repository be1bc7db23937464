// Writes a file that an option names; where that fails, says so in one line.
import { writeFileSync } from 'node:fs';
import { Failure } from './failure.ts';

/** @param option that named the path */
export function write(option: string, path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new Failure(
      `--${option} ${path}: cannot be written (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
