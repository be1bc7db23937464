// Which networks `lcnet bench` measures: widths of one architecture, all, those of the papers, or a list of keys.
import { FAMILIES } from '../lib/core/families/index.ts';
import { describeProblem } from '../lib/core/config/problem.ts';
import {
  everyPublished,
  everyWidth,
  fieldNetwork,
  type FieldNetwork,
} from '../lib/core/tradeoff/fieldNetworks.ts';
import { asFieldNetwork, PAPER_COMPARISON } from '../lib/core/tradeoff/networks.ts';
import { configOf, optionsOfKey } from '../lib/core/tradeoff/networkOptions.ts';
import { ARCHITECTURE_OPTIONS, architecture, type Values } from './architecture.ts';
import { Failure } from './failure.ts';

function widths(values: Values): readonly FieldNetwork[] {
  const { scales, ...rest } = values;
  const { label, ...family } = FAMILIES[architecture(rest).family];
  const wanted =
    typeof scales === 'string'
      ? scales.split(',')
      : typeof rest['scale'] === 'string'
        ? [rest['scale']]
        : family.scales.map(String);
  return wanted.map((scale) => {
    try {
      return fieldNetwork(architecture({ ...rest, scale }), label);
    } catch (error) {
      if (!(error instanceof Failure) || typeof scales !== 'string') throw error;
      throw new Failure(error.message.replace(/^--scale /, '--scales '));
    }
  });
}

function byKey(key: string): FieldNetwork {
  const { config, problems, unknown } = configOf(optionsOfKey(key));
  const [problem] = problems;
  if (problem) throw new Failure(`--networks ${key}: ${describeProblem(problem, '')}`);
  if (unknown.length > 0)
    throw new Failure(
      `--networks ${key}: all, published, paper or keys such as family=pplcnet&scale=0.5 expected`,
    );
  return fieldNetwork(config, FAMILIES[config.family].label);
}

export function benchNetworks(values: Values): readonly FieldNetwork[] {
  const { networks } = values;
  if (typeof networks !== 'string') return widths(values);
  const other = ['scales', ...ARCHITECTURE_OPTIONS].find((option) => values[option] !== undefined);
  if (other !== undefined) throw new Failure(`--networks --${other}: only one of the two expected`);
  const families = Object.values(FAMILIES);
  if (networks === 'all') return everyWidth(families);
  if (networks === 'published') return everyPublished(families);
  if (networks === 'paper') return PAPER_COMPARISON.map(asFieldNetwork);
  // values within a key have commas too, but a key begins with its family
  return networks.split(/,(?=family=)/).map(byKey);
}
