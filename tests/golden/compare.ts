// The shipped weights against what PyTorch got from them (training/golden.py): logits of random networks on the first test images.
import { readFileSync } from 'node:fs';
import type { NetConfig } from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { IMAGE_PIXELS, normalisedGrey } from '../../src/lib/core/trained/grey.ts';
import { top1Of } from '../../src/lib/core/trained/predictions.ts';
import type { Values } from '../../src/lib/engines/engine.ts';
import { evaluated } from '../../src/lib/engines/trained/evaluate.ts';
import { readTaskData } from '../../src/lib/engines/trained/taskData.ts';
import { trainedWeights } from '../../src/lib/engines/trained/weights.ts';
import { architecture } from '../../src/cli/architecture.ts';
import { openDevice } from '../../src/cli/openDevice.ts';
import { readSiteFile } from '../../src/cli/siteFiles.ts';

type Options = Readonly<Record<string, string | number>>;

interface Golden {
  readonly networks: readonly {
    readonly options: Options;
    /** One row per image. */
    readonly logits: readonly (readonly number[])[];
  }[];
  /** Top-1 in percent on all test images. */
  readonly accuracies: readonly { readonly name: string; readonly options: Options; readonly top1: number }[];
}

const readGolden = (): Golden =>
  JSON.parse(readFileSync(new URL('./fashion-mnist.json', import.meta.url), 'utf8')) as Golden;

const configOfGolden = (options: Options): NetConfig =>
  architecture({
    task: 'fashion-mnist',
    ...Object.fromEntries(Object.entries(options).map(([option, value]) => [option, String(value)])),
  });

interface Compared {
  readonly options: Options;
  /** Largest absolute difference of a logit from PyTorch's. */
  readonly difference: number;
}

/** Networks cut out of the shipped weights, one after another, compiled for our kernels. Throws EngineError `data` where a file is damaged. */
async function* compiled<T extends { readonly options: Options }>(entries: readonly T[]) {
  const data = await readTaskData(readSiteFile, () => undefined);
  const runtime = await openDevice('simd');
  try {
    for (const entry of entries) {
      const config = configOfGolden(entry.options);
      const graph = FAMILIES[config.family].build(config);
      const network = runtime.compile({ graph, weights: await trainedWeights({ graph, data, runtime }) });
      yield { entry, config, data, network };
      network.dispose();
    }
  } finally {
    runtime.close();
  }
}

/** Throws EngineError `data` where a file is damaged. */
export async function compareWithGolden(): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  for await (const { entry, data, network } of compiled(readGolden().networks)) {
    const { options, logits } = entry;
    const batch = logits.length;
    const input = normalisedGrey(data.images.subarray(0, batch * IMAGE_PIXELS));
    const found = await network.run({ input, batch });
    const expected = logits.flat();
    compared.push({
      options,
      difference: Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? NaN)))),
    });
  }
  return compared;
}

interface Accuracies {
  readonly name: string;
  /** Top-1 in percent on all test images. */
  readonly found: number;
  readonly expected: number;
}

/** As PyTorch's: minutes for the largest network. */
export async function* compareAccuracies(): AsyncGenerator<Accuracies> {
  for await (const { entry, config, data, network } of compiled(readGolden().accuracies)) {
    const run = (input: Values, batch: number) => network.run({ input, batch });
    const parts = evaluated({ images: data.images, classes: config.classes, from: 0, to: Infinity, run });
    const predictions: number[] = [];
    for await (const part of parts) predictions.push(...part.predictions);
    const { share } = top1Of(Uint8Array.from(predictions), data.labels);
    yield { name: entry.name, found: 100 * share, expected: entry.top1 };
  }
}
