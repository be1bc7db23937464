// What is said of a weight file whose network this program does not have.
import { excerpt } from '../weights/excerpt.ts';

/** A file of another kind, with names of another network, or of a network that cannot be set here; the message says what was found. */
export class InterchangeError extends Error {
  override readonly name = 'InterchangeError';

  constructor(problem: string) {
    super(excerpt(problem));
  }
}
