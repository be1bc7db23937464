// A file of modules: docstring, imports, stage table, blocks, network, weights, and a line that counts.
import type { ConvStyle } from '../convStyle.ts';
import { docstring } from '../docstring.ts';
import type { Plan } from '../plan.ts';
import { lines, pythonFile, type Part } from '../python.ts';
import { convBnAct, ownConvolution } from './convBnAct.ts';
import type { Dialect } from './dialect.ts';

interface ModuleFile {
  readonly dialect: Dialect;
  readonly plan: Plan;
  readonly style: ConvStyle;
  /** Class of the network. */
  readonly model: string;
  /** Definitions that follow the convolution: blocks, then the network. */
  readonly definitions: readonly Part[];
}

const main = ({ parameterCount }: Dialect, model: string): string =>
  lines(
    'if __name__ == "__main__":',
    `    model = ${model}()`,
    `    count = ${parameterCount}`,
    '    print(f"{count:,} trainable parameters")',
  );

export function moduleFile({ dialect, plan, style, model, definitions }: ModuleFile): string {
  const { config, table, hasSlopes } = plan;
  const use = [
    `model = ${model}()`,
    'load_weights(model, "weights.safetensors")',
    'model.eval()',
    `scores = model(images)  # images: [N, ${[config.inputChannels, ...config.resolution].join(', ')}]`,
  ];
  const sections = [
    ...table.python,
    ownConvolution(dialect, plan),
    convBnAct(dialect, plan, style),
    ...definitions,
  ];
  const used = sections.filter((section) => section !== false).join('\n');
  const imports = dialect.imports.filter(([, prefix]) => prefix === undefined || used.includes(prefix));
  return pythonFile(
    lines(
      docstring({ config, label: dialect.label, use }),
      '',
      'from typing import NamedTuple',
      '',
      ...imports.map(([line]) => line),
    ),
    ...sections,
    dialect.loadWeights({ name: model, hasSlopes }),
    main(dialect, model),
  );
}
