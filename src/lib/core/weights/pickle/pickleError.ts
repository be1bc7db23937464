// What is said of a pickle that cannot be read here.
import { excerpt } from '../excerpt.ts';

/** Not a pickle, a damaged one, or one that asks for more than arrays by name; the message says what and at which byte. */
export class PickleError extends Error {
  override readonly name = 'PickleError';

  constructor(problem: string, at?: number) {
    super(excerpt(at === undefined ? problem : `byte ${at}: ${problem}`));
  }
}
