// The lifeline: a lock that a worker holds as long as it lives. Browsers do not say that a worker died; they do free its locks.

type Locks = Partial<LockManager>;

const locks = (): Locks => (globalThis as { navigator?: { locks?: Locks } }).navigator?.locks ?? {};

/** In the worker: takes a lock for good, then tells its name. Does nothing where the browser has no locks. */
export function holdLifeline(tell: (name: string) => void): void {
  // unlike `crypto.randomUUID` also where the page came over plain HTTP
  const name = `inference ${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  void locks().request?.(name, () => {
    tell(name);
    return new Promise(() => undefined);
  });
}

/** In the page: calls back once the worker that held this lock is gone, unless given up before through the signal. */
export function watchLifeline(name: string, signal: AbortSignal, onEnd: () => void): void {
  locks()
    .request?.(name, { signal }, onEnd)
    .catch(() => undefined);
}
