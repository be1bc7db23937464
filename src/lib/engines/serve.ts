// The worker's side of the protocol: runs handlers, reports progress, cancels, and lets a newer network supersede older work.
import type { EngineEnvironment } from './engine.ts';
import { cancelled, EngineError, isEngineError, toFailure, type EngineErrorCode } from './errors.ts';
import { Lane } from './lane.ts';
import type { Answer, Ask, FromWorker, Progress, Question, ToWorker } from './protocol.ts';
import { HANDLERS } from './questions/index.ts';
import type { Handler } from './questions/question.ts';
import { Session } from './session.ts';
import { buffersIn } from './transfer.ts';

export type Send = (message: FromWorker, transfer: Transferable[]) => void;

/** Not about the loaded network; a field has networks of its own, and an export takes the one that was there when it was asked for. */
const LASTING: readonly Question[] = ['devices', 'field', 'testImages', 'importWeights', 'exportModel'];

/** After these failures a device holds nothing of use: it is opened again when next needed. */
const BREAKING = ['contextLost', 'outOfMemory', 'unavailable'] as const satisfies readonly EngineErrorCode[];

interface Task {
  readonly question: Question;
  readonly control: AbortController;
}

export class Server {
  readonly #session: Session;
  readonly #lane = new Lane();
  readonly #tasks = new Map<number, Task>();
  readonly #send: Send;

  constructor({ send, environment = {} }: { readonly send: Send; readonly environment?: EngineEnvironment }) {
    this.#send = send;
    this.#session = new Session(environment);
  }

  receive(message: Exclude<ToWorker, { type: 'begin' }>): void {
    if (message.type === 'ask') void this.#work(message);
    else this.#stop(message.id, cancelled());
  }

  /** All but a few questions are about the former network. */
  #supersede(): void {
    const reason = new EngineError('superseded', 'a newer network was loaded', {});
    for (const [id, { question }] of this.#tasks) if (!LASTING.includes(question)) this.#stop(id, reason);
  }

  /** Answers at once; the work itself ends at its next step. */
  #stop(id: number, reason: EngineError): void {
    this.#tasks.get(id)?.control.abort(reason);
    this.#finish({ type: 'failure', id, failure: toFailure(reason) });
  }

  #finish(message: Extract<FromWorker, { type: 'answer' | 'failure' }>): void {
    if (!this.#tasks.delete(message.id)) return;
    this.#send(message, message.type === 'answer' ? [...buffersIn(message.answer)] : []);
  }

  async #work({ id, question, args }: Ask): Promise<void> {
    if (question === 'load') this.#supersede();
    const control = new AbortController();
    this.#tasks.set(id, { question, control });
    const handle = HANDLERS[question] as Handler<Question>;
    try {
      const answer: Answer<Question> = await handle(args, {
        session: this.#session,
        signal: control.signal,
        report: (progress: Progress<Question>) => {
          if (this.#tasks.has(id)) this.#send({ type: 'progress', id, progress }, []);
        },
        alone: (work) => this.#lane.run(() => this.#guarded(work)),
      });
      this.#finish({ type: 'answer', id, answer });
    } catch (error) {
      this.#finish({ type: 'failure', id, failure: toFailure(error) });
    }
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (BREAKING.some((code) => isEngineError(error, code))) this.#session.reset();
      throw error;
    }
  }
}
