// Arbitrary valid PP-LCNet configurations for property tests.
import fc from 'fast-check';
import {
  ACTIVATIONS,
  DROPOUT_MODES,
  GATES,
  PADDINGS,
  type NetConfig,
  type Pair,
} from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';

const side = fc.integer({ min: 32, max: 512 });
const stride: fc.Arbitrary<Pair> = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }));
const list = <T>(item: fc.Arbitrary<T>, length: number) =>
  fc.array(item, { minLength: length, maxLength: length });

export const anyConfig: fc.Arbitrary<NetConfig> = list(fc.integer({ min: 1, max: 4 }), 5).chain((depths) => {
  const blocks = depths.reduce((sum, depth) => sum + depth, 0);
  return fc.record({
    family: fc.constant('pplcnet' as const),
    depths: fc.constant(depths),
    scale: fc.integer({ min: 10, max: 400 }).map((percent) => percent / 100),
    resolution: fc.oneof(
      side.map((s): Pair => [s, s]),
      fc.tuple(side, side),
    ),
    inputChannels: fc.integer({ min: 1, max: 4 }),
    classes: fc.integer({ min: 1, max: 2000 }),
    widths: fc.constant(FAMILIES.pplcnet.defaults.widths),
    kernels: list(fc.constantFrom(3 as const, 5 as const, 7 as const), blocks),
    se: list(fc.boolean(), blocks),
    expansions: fc.constant([]),
    activations: fc.constant([]),
    seReduction: fc.integer({ min: 1, max: 64 }),
    gate: fc.constantFrom(...GATES),
    strides: list(stride, 5),
    activation: fc.constantFrom(...ACTIVATIONS),
    lastConv: fc.constantFrom(0, 64, 1280),
    dropout: fc.constantFrom(0, 0.2, 0.5),
    dropoutMode: fc.constantFrom(...DROPOUT_MODES),
    padding: fc.constantFrom(...PADDINGS),
    bnEpsilon: fc.constantFrom(1e-5, 1e-3),
  });
});
