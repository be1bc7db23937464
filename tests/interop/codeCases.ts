// `npx tsx tests/interop/codeCases.ts DIRECTORY`: random networks with a fixed seed, each as Python code, weights, and what the
// reference engine gets from them. check_code.py calls it and compares.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { analyze } from '../../src/lib/core/analyze.ts';
import { codeOf } from '../../src/lib/core/code/index.ts';
import {
  ACTIVATIONS,
  DROPOUT_MODES,
  FAMILY_IDS,
  GATES,
  PADDINGS,
  type FamilyId,
  type NetConfig,
  type Pair,
} from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { params } from '../../src/lib/core/metrics/params.ts';
import { writeOptions } from '../../src/lib/core/options.ts';
import { referenceSteps } from '../../src/lib/core/reference/run.ts';
import { smoothNoise } from '../../src/lib/core/weights/smoothNoise.ts';
import type { NamedTensor } from '../../src/lib/core/weights/tensors.ts';
import { untrainedWeights } from '../../src/lib/core/weights/untrained.ts';
import { writeSafetensors } from '../../src/lib/core/weights/writeSafetensors.ts';
import { anyOf } from '../core/anyConfig.ts';

const SEED = 20211109;
const BATCH = 2;
const COUNT = 12;

const side = fc.integer({ min: 28, max: 72 });
/** Small enough for the reference engine, which is slow. */
const small = fc.record({
  scale: fc.constantFrom(0.1, 0.25, 0.35, 0.5, 0.75, 1),
  resolution: fc.oneof(
    side.map((s): Pair => [s, s]),
    fc.tuple(side, side),
  ),
  classes: fc.integer({ min: 1, max: 100 }),
});

/** A network with some settings changed; those that its family lacks are left alone. */
function changed(config: NetConfig, change: Partial<NetConfig>): NetConfig {
  const { settings } = FAMILIES[config.family];
  const had = Object.entries(change).filter(([name]) => settings.includes(name as keyof NetConfig));
  return { ...config, ...Object.fromEntries(had) };
}

/** What chance would hardly draw: published networks, and those that need no SE, no strides, no columns of the table but one. */
function corners(family: FamilyId): readonly NetConfig[] {
  const { defaults, stages, presets, blockDefaults } = FAMILIES[family];
  const { se, kernels, strides } = defaults;
  const depths = stages.map(() => 1);
  const published: Partial<NetConfig> = { resolution: [64, 64] };
  const changes: readonly Partial<NetConfig>[] = [
    family === 'pplcnet' ? { ...published, scale: 0.25 } : published,
    ...presets.map(({ change }) => ({ ...published, scale: 0.35, ...change })),
    {
      resolution: [28, 28],
      scale: 0.25,
      se: se.map(() => false),
      kernels: kernels.map(() => 5),
      strides: strides.map(() => [1, 1]),
      padding: 'same',
      lastConv: 0,
    },
    {
      resolution: [32, 48],
      scale: 0.25,
      se: se.map(() => true),
      kernels: kernels.map(() => 3),
      strides: strides.map((_, i) => (i === 0 ? [2, 2] : [1, 1])),
    },
    {
      resolution: [61, 64],
      scale: 0.25,
      depths,
      ...blockDefaults(depths),
      strides: strides.map(() => [2, 2]),
    },
  ];
  return changes.map((change) => changed(defaults, change));
}

const inTurn = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

/** Random networks among which every activation, gate, padding and kind of dropout occurs, if they are enough. */
function randomNetworks(family: FamilyId): readonly NetConfig[] {
  const drawn = fc.sample(fc.tuple(anyOf(family), small), { seed: SEED, numRuns: COUNT });
  return drawn.map(([config, sizes], i) =>
    changed(config, {
      ...sizes,
      activation: inTurn(ACTIVATIONS, i),
      gate: inTurn(GATES, i),
      padding: inTurn(PADDINGS, i),
      dropoutMode: inTurn(DROPOUT_MODES, i >> 1),
      lastConv: inTurn([0, 64, 1280], i >> 2),
    }),
  );
}

interface Run {
  /** `pplcnet_01`: its files are NAME.weights.safetensors and NAME.run.safetensors (`input` N×H×W×C, `logits` N×classes). */
  readonly name: string;
  readonly directory: string;
}

/** Writes one network's code in every framework, its weights, and what the reference engine gets. */
function write(config: NetConfig, { name, directory }: Run): object {
  const graph = FAMILIES[config.family].build(config);
  const weights = untrainedWeights({ graph, seed: SEED });
  const shape = [...config.resolution, config.inputChannels] as const;
  const input = smoothNoise({ shape, batch: BATCH, seed: SEED });
  let logits: ArrayLike<number> = [];
  for (const { output } of referenceSteps({ graph, weights, input, batch: BATCH })) logits = output;
  const run = new Map<string, NamedTensor>([
    ['input', { shape: [BATCH, ...shape], data: input }],
    ['logits', { shape: [BATCH, config.classes], data: Float32Array.from(logits) }],
  ]);
  writeFileSync(
    join(directory, `${name}.weights.safetensors`),
    writeSafetensors({ tensors: weights, metadata: {} }),
  );
  writeFileSync(join(directory, `${name}.run.safetensors`), writeSafetensors({ tensors: run, metadata: {} }));
  const files = codeOf(config).map((code) => {
    const file = `${name}_${code.framework}.py`;
    writeFileSync(join(directory, file), code.write());
    return [code.framework, file] as const;
  });
  return {
    name,
    options: writeOptions(config).map(([option, text]) => `--${option} ${text}`),
    parameters: analyze(graph, [params]).totals.params,
    files: Object.fromEntries(files),
  };
}

const [directory] = process.argv.slice(2);
if (directory === undefined)
  throw new Error('a directory expected: npx tsx tests/interop/codeCases.ts DIRECTORY');
mkdirSync(directory, { recursive: true });
const networks = FAMILY_IDS.flatMap((family) =>
  [...corners(family), ...randomNetworks(family)].map((config, i) => {
    const name = `${family.replaceAll('-', '_')}_${String(i + 1).padStart(2, '0')}`;
    return write(config, { name, directory });
  }),
);
writeFileSync(join(directory, 'networks.json'), JSON.stringify(networks, null, 2));
