// Writes a file that --out names; where that fails, says so in one line.
import { writeFileSync } from 'node:fs';
import { Failure } from './failure.ts';

export function write(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new Failure(
      `--out ${path}: cannot be written (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
