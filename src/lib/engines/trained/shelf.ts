// The shelf: data of the task and recently cut networks, fetched once for all questions that wait for them.
import { configKey } from '../../core/options.ts';
import type { NetConfig } from '../../core/config/netConfig.ts';
import type { NamedTensors } from '../../core/weights/tensors.ts';
import { EngineError } from '../errors.ts';
import { throwIfAborted } from '../turn.ts';
import { readTaskData, type DataProgress, type ReadFile, type TaskData } from './taskData.ts';

interface Wait {
  readonly signal: AbortSignal;
  readonly report: (progress: DataProgress) => void;
}

/** Networks whose weights are kept: going back to one is at once. */
const KEPT_NETWORKS = 12;

export class Shelf {
  readonly #read: ReadFile | undefined;
  #data: Promise<TaskData> | undefined;
  readonly #reports = new Set<Wait['report']>();
  readonly #cut = new Map<string, NamedTensors>();

  constructor(read: ReadFile | undefined) {
    this.#read = read;
  }

  /** The task's data. Whoever no longer waits leaves the others and the download alone; after a failure the next asker tries again. */
  async data({ signal, report }: Wait): Promise<TaskData> {
    this.#reports.add(report);
    const stop = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    });
    try {
      throwIfAborted(signal);
      return await Promise.race([this.#fetched(), stop]);
    } catch (error) {
      throwIfAborted(signal);
      throw error;
    } finally {
      this.#reports.delete(report);
    }
  }

  /** Weights of a network as they were made before. */
  cut(config: NetConfig): NamedTensors | undefined {
    return this.#cut.get(configKey(config));
  }

  keep(config: NetConfig, weights: NamedTensors): void {
    this.#cut.set(configKey(config), weights);
    const [oldest] = this.#cut.keys();
    if (this.#cut.size > KEPT_NETWORKS && oldest !== undefined) this.#cut.delete(oldest);
  }

  #fetched(): Promise<TaskData> {
    if (this.#data) return this.#data;
    if (!this.#read)
      return Promise.reject(
        new EngineError('data', 'no files here', {
          file: '',
          problem: 'unreachable',
          detail: 'no files here',
        }),
      );
    this.#data = readTaskData(this.#read, (progress) => {
      for (const report of this.#reports) report(progress);
    });
    this.#data.catch(() => (this.#data = undefined));
    return this.#data;
  }
}
