// A file of Keras functions, channels last: docstring, imports, stage table, blocks, network, weights, and a line that counts.
import type { ConvStyle } from '../convStyle.ts';
import { docstring } from '../docstring.ts';
import { FRAMEWORK_LABELS } from '../frameworks.ts';
import type { Plan } from '../plan.ts';
import { lines, moduleName, pythonFile, type Part } from '../python.ts';
import { convolutions } from './convolutions.ts';
import { loadWeights, tensorNames } from './loadWeights.ts';
import { model, type Network } from './network.ts';

interface KerasFile {
  readonly plan: Plan;
  readonly style: ConvStyle;
  /** Functions that follow the convolutions. */
  readonly blocks: readonly Part[];
  readonly network: Network;
}

const main = (name: string): string =>
  lines(
    'if __name__ == "__main__":',
    `    model = ${name}()`,
    '    count = sum(math.prod(v.shape) for v in model.trainable_variables)',
    '    print(f"{count:,} trainable parameters")',
  );

export function kerasFile({ plan, style, blocks, network }: KerasFile): string {
  const { config, table } = plan;
  const name = moduleName(config.family);
  const use = [
    `model = ${name}()`,
    'load_weights(model, "weights.safetensors")',
    `scores = model(images)  # images: [N, ${[...config.resolution, config.inputChannels].join(', ')}]`,
  ];
  return pythonFile(
    lines(
      docstring({ config, label: FRAMEWORK_LABELS.keras, use }),
      '',
      'import math',
      'from typing import NamedTuple',
      '',
      'import keras',
      'from keras import KerasTensor, layers',
      'from safetensors.numpy import load_file',
    ),
    ...table.python,
    ...convolutions({ plan, style }),
    ...blocks,
    model({ name, plan, style, network }),
    tensorNames(plan),
    loadWeights(plan),
    main(name),
  );
}
