// Networks that stay on the device while a field is measured: prepared, warmed up, timed, and let go whatever happens.
import type { Graph } from '../../core/graph/ir.ts';
import { smoothNoise } from '../../core/weights/smoothNoise.ts';
import type { NamedTensors } from '../../core/weights/tensors.ts';
import { untrainedWeights } from '../../core/weights/untrained.ts';
import type { DeviceId } from '../devices.ts';
import type { CompiledNetwork, Values } from '../engine.ts';
import { nextTurn, throwIfAborted } from '../turn.ts';
import { warmUp } from '../warmUp.ts';
import type { FieldHost } from './host.ts';

interface Resident {
  readonly network: CompiledNetwork;
  readonly input: Values;
}

interface Setup {
  readonly device: DeviceId;
  readonly graphs: ReadonlyMap<string, Graph>;
  readonly seed: number;
}

type Phase = 'prepare' | 'warmup';
/** Told before each network's turn. */
type Step = (step: { readonly phase: Phase; readonly done: number; readonly total: number }) => void;

const PICTURE_SEED = 7;

export class Residents {
  readonly #setup: Setup;
  readonly #host: FieldHost;
  readonly #residents = new Map<string, Resident>();
  readonly #inputs = new Map<string, Values>();
  readonly #leave: () => void;

  constructor(setup: Setup, host: FieldHost) {
    this.#setup = setup;
    this.#host = host;
    this.#leave = host.beforeReset(() => this.#clear());
  }

  /** Whether nobody has taken the device since this network was prepared. */
  has(id: string): boolean {
    return this.#residents.has(id);
  }

  /** Lets others go, then prepares and warms up those that are not there. */
  async bring(ids: readonly string[], step: Step): Promise<void> {
    for (const id of [...this.#residents.keys()]) if (!ids.includes(id)) this.#release(id);
    const missing = ids.filter((id) => !this.has(id));
    const total = missing.length;
    let before: NamedTensors | undefined;
    for (const [done, id] of missing.entries()) {
      step({ phase: 'prepare', done, total });
      before = await this.#prepare(id, before);
    }
    for (const [done, id] of missing.entries()) {
      step({ phase: 'warmup', done, total });
      await warmUp(() => this.#run(id));
    }
  }

  /** One timed run in milliseconds; undefined where somebody has taken the device meanwhile. */
  async time(id: string): Promise<number | undefined> {
    const ms = await this.#run(id);
    return this.has(id) ? ms : undefined;
  }

  close(): void {
    this.#leave();
    this.#clear();
  }

  /** Equal tensors of the network before need not be drawn again. */
  #prepare(id: string, before: NamedTensors | undefined): Promise<NamedTensors> {
    return this.#alone(async () => {
      const { device, graphs, seed } = this.#setup;
      const graph = graphs.get(id) as Graph;
      return this.#host.borrow(device, async (runtime) => {
        const weights = untrainedWeights({ graph, seed, ...(before ? { reuse: before } : {}) });
        await nextTurn();
        throwIfAborted(this.#host.signal);
        this.#residents.set(id, {
          network: runtime.compile({ graph, weights }),
          input: this.#inputFor(graph),
        });
        return weights;
      });
    });
  }

  /** The result is read back, so a graphics device has really finished. */
  #run(id: string): Promise<number> {
    const { now = () => performance.now(), borrow, signal } = this.#host;
    return this.#alone(() =>
      borrow(this.#setup.device, async () => {
        const resident = this.#residents.get(id);
        if (!resident) return NaN;
        const begin = now();
        await resident.network.run({ input: resident.input, batch: 1, signal });
        return now() - begin;
      }),
    );
  }

  /** Lets other questions in first. */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    await nextTurn();
    return this.#host.alone(async () => {
      throwIfAborted(this.#host.signal);
      return work();
    });
  }

  #inputFor({ nodes }: Graph): Values {
    const shape = nodes[0]?.shape ?? [0, 0, 0];
    const known = this.#inputs.get(shape.join()) ?? smoothNoise({ shape, batch: 1, seed: PICTURE_SEED });
    this.#inputs.set(shape.join(), known);
    return known;
  }

  #release(id: string): void {
    this.#residents.get(id)?.network.dispose();
    this.#residents.delete(id);
  }

  #clear(): void {
    for (const id of [...this.#residents.keys()]) this.#release(id);
  }
}
