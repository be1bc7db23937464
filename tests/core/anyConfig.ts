// Arbitrary valid configurations for property tests.
import fc from 'fast-check';
import {
  ACTIVATIONS,
  DROPOUT_MODES,
  FAMILY_IDS,
  GATES,
  PADDINGS,
  TASK_IDS,
  type FamilyId,
  type NetConfig,
  type Pair,
} from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';

const side = fc.integer({ min: 28, max: 512 });
const stride: fc.Arbitrary<Pair> = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }));
const list = <T>(item: fc.Arbitrary<T>, length: number) =>
  fc.array(item, { minLength: length, maxLength: length });

/** Of one family. Settings that it lacks keep their default. */
export function anyOf(id: FamilyId): fc.Arbitrary<NetConfig> {
  const { stages, defaults, settings, blockDefaults } = FAMILIES[id];
  return list(fc.integer({ min: 1, max: 4 }), stages.length).chain((depths) => {
    const blocks = depths.reduce((sum, depth) => sum + depth, 0);
    const { expansions } = blockDefaults(depths);
    const any: { readonly [K in keyof NetConfig]: fc.Arbitrary<NetConfig[K]> } = {
      family: fc.constant(id),
      task: fc.constantFrom(...TASK_IDS),
      depths: fc.constant(depths),
      scale: fc.integer({ min: 10, max: 400 }).map((percent) => percent / 100),
      resolution: fc.oneof(
        side.map((s): Pair => [s, s]),
        fc.tuple(side, side),
      ),
      inputChannels: fc.integer({ min: 1, max: 4 }),
      classes: fc.integer({ min: 1, max: 2000 }),
      widths: fc.constant(defaults.widths),
      kernels: list(fc.constantFrom(3 as const, 5 as const, 7 as const), blocks),
      se: list(fc.boolean(), blocks),
      expansions: fc.integer({ min: 1, max: 3 }).map((times) => expansions.map((e) => e * times)),
      activations: list(fc.constantFrom(...ACTIVATIONS), blocks),
      seReduction: fc.integer({ min: 1, max: 64 }),
      gate: fc.constantFrom(...GATES),
      strides: list(stride, defaults.strides.length),
      activation: fc.constantFrom(...ACTIVATIONS),
      lastConv: fc.constantFrom(0, 64, 1280),
      lastConvBias: fc.boolean(),
      dropout: fc.constantFrom(0, 0.2, 0.5),
      dropoutMode: fc.constantFrom(...DROPOUT_MODES),
      padding: fc.constantFrom(...PADDINGS),
      bnEpsilon: fc.constantFrom(1e-5, 1e-3),
    };
    return fc.record(any).map((config): NetConfig => {
      const lacking = (Object.keys(config) as (keyof NetConfig)[]).filter((name) => !settings.includes(name));
      return { ...config, ...Object.fromEntries(lacking.map((name) => [name, defaults[name]])) };
    });
  });
}

/** Of PP-LCNet. */
export const anyConfig = anyOf('pplcnet');

/** Of any family. */
export const anyNetwork = fc.constantFrom(...FAMILY_IDS).chain(anyOf);
