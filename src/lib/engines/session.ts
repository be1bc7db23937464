// The session: what is loaded, on which device, with which picture. Compiles when needed, so that a device can be borrowed.
import type { NetConfig } from '../core/config/netConfig.ts';
import type { Graph } from '../core/graph/ir.ts';
import { elementCount } from '../core/graph/shapes.ts';
import { smoothNoise } from '../core/weights/smoothNoise.ts';
import type { NamedTensors } from '../core/weights/tensors.ts';
import type { DeviceId } from './devices.ts';
import type { CompiledNetwork, EngineEnvironment, Runtime, Values } from './engine.ts';
import { EngineError } from './errors.ts';
import { engineOf } from './index.ts';
import type { ImageTensor } from './protocol.ts';
import { Shelf } from './trained/shelf.ts';

/** What has been asked for. */
export interface Loaded {
  readonly config: NetConfig;
  readonly graph: Graph;
  readonly weights: NamedTensors;
  readonly device: DeviceId;
  /** Present where weights were drawn from a seed. */
  readonly seed: number | undefined;
}

export interface Ready {
  readonly loaded: Loaded;
  readonly runtime: Runtime;
  readonly network: CompiledNetwork;
}

const PICTURE_SEED = 7;

export class Session {
  readonly #environment: EngineEnvironment;
  #loaded: Loaded | undefined;
  #runtime: Runtime | undefined;
  #network: CompiledNetwork | undefined;
  #picture: ImageTensor | undefined;
  readonly #guests = new Set<() => void>();
  /** Data of the task, and trained weights. */
  readonly shelf: Shelf;

  constructor(environment: EngineEnvironment = {}) {
    this.#environment = environment;
    this.shelf = new Shelf(environment.readFile);
  }

  get loaded(): Loaded | undefined {
    return this.#loaded;
  }

  /** Takes over a network in place of the former one; a picture that does not fit it is dropped. */
  load(loaded: Loaded): void {
    this.#disposeNetwork();
    this.#loaded = loaded;
    if (this.#picture && !fits(loaded.graph, this.#picture)) this.#picture = undefined;
  }

  /** The loaded network, compiled on its device. */
  async ready(): Promise<Ready> {
    const loaded = this.#loaded;
    if (!loaded) throw new EngineError('noNetwork', 'no network has been loaded', {});
    const runtime = await this.#open(loaded.device);
    this.#network ??= runtime.compile(loaded);
    return { loaded, runtime, network: this.#network };
  }

  /** Lends a device for a moment. The loaded network is compiled again when it is next needed. */
  readonly borrow = async <T>(device: DeviceId, work: (runtime: Runtime) => Promise<T>): Promise<T> =>
    work(await this.#open(device));

  /**
   * Calls back before the open device is given back, so that whoever keeps networks of their own on it can let them go.
   * Returns how to end that.
   */
  readonly beforeReset = (letGo: () => void): (() => void) => {
    this.#guests.add(letGo);
    return () => this.#guests.delete(letGo);
  };

  show(picture: ImageTensor): void {
    const expected = this.#loaded?.graph.nodes[0]?.shape;
    if (this.#loaded && expected && !fits(this.#loaded.graph, picture))
      throw new EngineError(
        'inputShape',
        `an input of ${expected.join(' × ')} expected, got ${picture.shape.join(' × ')} (${picture.data.length} values)`,
        { found: picture.shape, expected },
      );
    this.#picture = picture;
  }

  /** The current picture, or synthetic noise where none was given. */
  input({ graph }: Loaded): Values {
    if (this.#picture) return this.#picture.data;
    const shape = graph.nodes[0]?.shape ?? [0, 0, 0];
    const data = smoothNoise({ shape, batch: 1, seed: PICTURE_SEED });
    this.#picture = { shape, data };
    return data;
  }

  memory(): { readonly tensors: number; readonly bytes: number } {
    return this.#runtime?.memory() ?? { tensors: 0, bytes: 0 };
  }

  /** Gives the device back after a failure that may have broken it. */
  reset(): void {
    this.#disposeNetwork();
    for (const letGo of this.#guests) letGo();
    this.#runtime?.close();
    this.#runtime = undefined;
  }

  async #open(device: DeviceId): Promise<Runtime> {
    if (this.#runtime?.facts.device !== device) {
      this.reset();
      this.#runtime = await engineOf(device).open(device, this.#environment);
    }
    return this.#runtime;
  }

  #disposeNetwork(): void {
    this.#network?.dispose();
    this.#network = undefined;
  }
}

function fits({ nodes }: Graph, { shape, data }: ImageTensor): boolean {
  const expected = nodes[0]?.shape ?? [];
  return expected.every((size, i) => size === shape[i]) && data.length === elementCount(shape);
}
