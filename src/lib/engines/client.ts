// The page's side of the inference worker: promises, progress, cancelling. A dead or stuck worker is replaced.
import { newBell, ring, type Bell } from './bell.ts';
import { EngineError, cancelled, fromFailure } from './errors.ts';
import { watchLifeline } from './lifeline.ts';
import type { Answer, Args, Ask, FromWorker, Progress, Question, ToWorker } from './protocol.ts';

/** What the client needs of a Worker. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
};

export interface AskOptions<Q extends Question> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress<Q>) => void;
}

interface Pending {
  readonly message: Ask;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: EngineError) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
}

interface Running {
  readonly worker: WorkerLike;
  readonly bell: Bell | undefined;
  /** Aborted when the worker is no longer ours. */
  readonly control: AbortController;
  /** Cancelled questions that the worker has not let go of yet. */
  readonly cancelling: Set<number>;
}

/** A worker that does not react to a cancellation for this long is stuck in one enormous layer. */
const PATIENCE_MS = 3000;

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'inference' });

export class EngineClient {
  readonly #start: () => WorkerLike;
  readonly #site: (() => string) | undefined;
  readonly #pending = new Map<number, Pending>();
  #running: Running | undefined;
  #lastId = 0;

  /** @param site address of the site's root, where the worker finds weights and images */
  constructor({ start = startWorker, site }: { start?: () => WorkerLike; site?: () => string } = {}) {
    this.#start = start;
    this.#site = site;
  }

  /** Rejects with EngineError: `cancelled` on abort, `superseded` after a newer load, `workerDied` … */
  ask<Q extends Question>(question: Q, args: Args<Q>, options: AskOptions<Q> = {}): Promise<Answer<Q>> {
    const { signal, onProgress } = options;
    if (signal?.aborted) return Promise.reject(cancelled());
    const id = ++this.#lastId;
    const message = { type: 'ask', id, question, args } as Ask;
    return new Promise<Answer<Q>>((resolve, reject) => {
      const stop = () => {
        this.#pending.delete(id);
        this.#cancel(id);
        reject(cancelled());
      };
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          signal?.removeEventListener('abort', stop);
          settle(value);
        };
      signal?.addEventListener('abort', stop, { once: true });
      this.#pending.set(id, { message, resolve: settled(resolve), reject: settled(reject), onProgress });
      this.#post(this.#started(), message);
    });
  }

  /** Ends the worker at once; whatever was asked fails with `workerDied`. */
  stop(): void {
    this.#bury(this.#running, 'the inference worker was stopped');
  }

  #post({ worker, bell }: Running, message: ToWorker): void {
    worker.postMessage(message);
    ring(bell);
  }

  #started(): Running {
    if (this.#running) return this.#running;
    const worker = this.#start();
    const control = new AbortController();
    const running: Running = { worker, bell: newBell(), control, cancelling: new Set() };
    const end = (message: string) => this.#bury(running, `the inference worker ${message}`);
    worker.onmessage = ({ data }) => this.#receive(running, data);
    worker.onerror = (event) => end(`failed: ${event.message || 'no message'}`);
    worker.onmessageerror = () => end('sent an unreadable message');
    this.#running = running;
    if (this.#site)
      worker.postMessage({ type: 'begin', site: this.#site(), bell: running.bell } satisfies ToWorker);
    return running;
  }

  #receive(running: Running, message: FromWorker): void {
    if (running !== this.#running) return;
    if (message.type === 'alive') {
      const ended = () => this.#bury(running, 'the inference worker ended');
      watchLifeline(message.lock, running.control.signal, ended);
    } else if (message.type === 'progress') {
      this.#pending.get(message.id)?.onProgress?.(message.progress as never);
    } else {
      const pending = this.#pending.get(message.id);
      running.cancelling.delete(message.id);
      this.#pending.delete(message.id);
      if (message.type === 'answer') pending?.resolve(message.answer as never);
      else pending?.reject(fromFailure(message.failure));
    }
  }

  #cancel(id: number): void {
    const running = this.#running;
    if (!running) return;
    running.cancelling.add(id);
    this.#post(running, { type: 'cancel', id });
    setTimeout(() => {
      if (running === this.#running && running.cancelling.has(id)) this.#replace(running);
    }, PATIENCE_MS);
  }

  /** Ends a stuck worker. If a new network is all that waits, a new worker gets the same questions, and nobody notices. */
  #replace(running: Running): void {
    const waiting = [...this.#pending.values()];
    if (waiting[0]?.message.question === 'load') {
      this.#end(running);
      const fresh = this.#started();
      for (const { message } of waiting) this.#post(fresh, message);
    } else {
      this.#bury(running, 'the inference worker did not stop in time');
    }
  }

  #end({ worker, control }: Running): void {
    this.#running = undefined;
    control.abort();
    worker.terminate();
  }

  #bury(running: Running | undefined, message: string): void {
    if (!running || running !== this.#running) return;
    this.#end(running);
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of waiting) reject(new EngineError('workerDied', message, {}));
  }
}
