// Files of the site where there is no server: read from the folder that is served.
import { readFileSync } from 'node:fs';
import { EngineError } from '../lib/engines/errors.ts';
import type { ReadFile } from '../lib/engines/trained/taskData.ts';

export const readSiteFile: ReadFile = (file) => {
  try {
    return Promise.resolve(
      new Uint8Array(readFileSync(new URL(`../../static/${file.path}`, import.meta.url))),
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return Promise.reject(
      new EngineError('data', `${file.path}: ${detail}`, { file: file.path, problem: 'unreachable', detail }),
    );
  }
};
