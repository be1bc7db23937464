// What is said of a damaged or unreadable safetensors file.
import { excerpt } from './excerpt.ts';

/** Not a safetensors file, or one with something that cannot be read here; the message says what and where. */
export class SafetensorsError extends Error {
  override readonly name = 'SafetensorsError';

  constructor(problem: string) {
    super(excerpt(problem));
  }
}
