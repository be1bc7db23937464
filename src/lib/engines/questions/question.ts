// What a question's handler gets and gives.
import type { Answer, Args, Progress, Question } from '../protocol.ts';
import type { Session } from '../session.ts';

export interface Context<Q extends Question> {
  readonly session: Session;
  readonly signal: AbortSignal;
  readonly report: (progress: Progress<Q>) => void;
  /** Does a piece of work with the device to itself. Between two pieces other questions get their turn. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

export type Handler<Q extends Question> = (args: Args<Q>, context: Context<Q>) => Promise<Answer<Q>>;
