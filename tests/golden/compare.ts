// The shipped weights against what PyTorch got from them (training/golden.py): logits of random networks on the first test images.
import { readFileSync } from 'node:fs';
import type { NetConfig } from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';
import { IMAGE_PIXELS, normalisedGrey } from '../../src/lib/core/trained/grey.ts';
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

/** Throws EngineError `data` where a file is damaged. */
export async function compareWithGolden(): Promise<readonly Compared[]> {
  const data = await readTaskData(readSiteFile, () => undefined);
  const runtime = await openDevice('simd');
  const compared: Compared[] = [];
  try {
    for (const { options, logits } of readGolden().networks) {
      const config = configOfGolden(options);
      const graph = FAMILIES[config.family].build(config);
      const weights = await trainedWeights({ graph, data, runtime });
      const network = runtime.compile({ graph, weights });
      const batch = logits.length;
      const input = normalisedGrey(data.images.subarray(0, batch * IMAGE_PIXELS));
      const found = await network.run({ input, batch });
      network.dispose();
      const expected = logits.flat();
      compared.push({
        options,
        difference: Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? NaN)))),
      });
    }
  } finally {
    runtime.close();
  }
  return compared;
}
