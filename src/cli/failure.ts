// Failure: bad input from the person at the command line. Becomes one line on stderr and exit status 2.

export class Failure extends Error {
  override readonly name = 'Failure';
}
