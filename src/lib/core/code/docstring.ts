// The file's docstring: which network it is, what it counts, how its weights are loaded.
import type { NetConfig } from '../config/netConfig.ts';
import { analyze } from '../analyze.ts';
import { FAMILIES } from '../families/index.ts';
import { macs } from '../metrics/macs.ts';
import { params } from '../metrics/params.ts';
import { writeOptions } from '../options.ts';
import { grouped, lines, wrapped } from './python.ts';

interface Docstring {
  readonly config: NetConfig;
  /** The framework's name. */
  readonly label: string;
  /** Python lines that load weights and run the network. */
  readonly use: readonly string[];
}

/** Settings that differ from the family's default, as options; none for the default network. */
function settings(config: NetConfig): string {
  const options = writeOptions(config).filter(([option]) => option !== 'family');
  return options.map(([option, text]) => `--${option} ${text}`).join(' ');
}

/** `1.0`, `0.25`. */
const scaleName = (scale: number): string => (Number.isInteger(scale) ? `${scale}.0` : String(scale));

export function docstring({ config, label, use }: Docstring): string {
  const { label: family, build } = FAMILIES[config.family];
  const { totals } = analyze(build(config), [params, macs]);
  const [height, width] = config.resolution;
  const changed = settings(config);
  return lines(
    `"""${family} x${scaleName(config.scale)} in ${label}.`,
    '',
    `Input ${height} x ${width} x ${config.inputChannels}, ${config.classes} ${config.classes === 1 ? 'class' : 'classes'}.`,
    `${grouped(totals.params)} trainable parameters, ${grouped(totals.macs)} multiply-accumulates.`,
    changed !== '' && wrapped(`Settings in LCNet Explorer: ${changed}`),
    '',
    'Tensors are named as in PaddleClas. Weights with these names load from safetensors:',
    '',
    ...use.map((line) => `    ${line}`),
    '"""',
  );
}
