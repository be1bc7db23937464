// Files of the site where there is no server: read from the folder that is served.
import { readFileSync } from 'node:fs';
import type { DataFile } from '../lib/core/trained/files.ts';
import { EngineError } from '../lib/engines/errors.ts';
import { checkedContent, type ReadFile } from '../lib/engines/trained/taskData.ts';

/** As they lie there, unchecked. */
export function bytesOf({ path }: DataFile): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(new URL(`../../static/${path}`, import.meta.url)));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new EngineError('data', `${path}: ${detail}`, { file: path, problem: 'unreachable', detail });
  }
}

export const readSiteFile: ReadFile = async (file) => checkedContent(file, bytesOf(file));
