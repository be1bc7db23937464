// A device without hardware: each run of a network takes the time that a test says, on a clock of its own; everything is written down.
import type { CompiledNetwork, Runtime } from '../../src/lib/engines/engine.ts';
import type { FieldHost } from '../../src/lib/engines/field/host.ts';
import type { FieldProgress } from '../../src/lib/engines/field/terms.ts';

interface Behaviour {
  /** Milliseconds of a run of the network with so many classes; may throw. */
  readonly timeOf: (classes: number, nowMs: number) => number;
  readonly signal?: AbortSignal;
}

export function fakeDevice({ timeOf, signal = new AbortController().signal }: Behaviour) {
  /** Networks are told apart by their number of classes. */
  const runs: number[] = [];
  const living = new Set<CompiledNetwork>();
  const reports: FieldProgress[] = [];
  const guests = new Set<() => void>();
  let [now, compiled, mostAlive, busy] = [0, 0, 0, false];

  const runtime: Runtime = {
    facts: { device: 'wasm', engine: 'tfjs', runtime: 'fake', threads: 1 },
    compile: ({ graph }) => {
      const classes = graph.nodes.at(-1)?.shape[2] ?? 0;
      const refuse = () => Promise.reject(new Error('not of interest here'));
      const network: CompiledNetwork = {
        groups: [],
        run: () => {
          if (!living.has(network)) return Promise.reject(new Error('a network that was let go cannot run'));
          runs.push(classes);
          now += timeOf(classes, now);
          return Promise.resolve(new Float32Array(1));
        },
        tap: refuse,
        profile: refuse,
        dispose: () => living.delete(network),
      };
      living.add(network);
      compiled++;
      mostAlive = Math.max(mostAlive, living.size);
      return network;
    },
    recalibrate: ({ weights }) => Promise.resolve(weights),
    memory: () => ({ tensors: living.size, bytes: 0 }),
    close: () => undefined,
  };

  const host: FieldHost = {
    signal,
    report: (progress) => reports.push(progress),
    alone: async (work) => {
      if (busy) throw new Error('two pieces of work at once');
      busy = true;
      try {
        return await work();
      } finally {
        busy = false;
      }
    },
    borrow: (_device, work) => work(runtime),
    beforeReset: (letGo) => {
      guests.add(letGo);
      return () => guests.delete(letGo);
    },
    now: () => now,
  };

  return {
    host,
    runs,
    reports,
    living,
    guests,
    /** As if another question had taken the device. */
    take: () => guests.forEach((letGo) => letGo()),
    counts: () => ({ compiled, mostAlive }),
  };
}
