// The architecture options, the same for every command: --family, --scale … --config FILE, --preset NAME.
import { readFileSync } from 'node:fs';
import type { NetConfig } from '../lib/core/config/netConfig.ts';
import { describeProblem } from '../lib/core/config/problem.ts';
import { FAMILIES } from '../lib/core/families/index.ts';
import { candidatesFrom } from '../lib/core/json.ts';
import { OPTION_NAMES, readConfig, settingOf, type Candidates } from '../lib/core/options.ts';
import { Failure } from './failure.ts';

export type Values = Readonly<Record<string, string | boolean | undefined>>;

export const ARCHITECTURE_OPTIONS: readonly string[] = [...OPTION_NAMES, 'preset', 'config'];

function fromFile(path: string): Candidates {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Failure(`--config ${path}: cannot be read, a JSON file with settings of a network expected`);
  }
  const candidates = candidatesFrom(text);
  if (!candidates) throw new Failure(`--config ${path}: a JSON object with settings of a network expected`);
  return candidates;
}

function fromPreset(id: string): Candidates {
  const presets = Object.values(FAMILIES).flatMap((family) =>
    family.presets.map((preset) => ({ ...preset, family: family.id })),
  );
  const preset = presets.find((candidate) => candidate.id === id);
  if (!preset) throw new Failure(`--preset ${id}: one of ${presets.map((p) => p.id).join(', ')} expected`);
  return { family: preset.family, ...preset.change };
}

/**
 * Options win over the preset, the preset over the file, the file over the base. Throws Failure with the first thing that is wrong.
 * @param base what holds where nothing is said; otherwise the family's defaults
 */
export function architecture(values: Values, base: Candidates = {}): NetConfig {
  const { config: file, preset } = values;
  const options = Object.entries(values).flatMap(([option, text]) => {
    const setting = settingOf(option);
    return setting && typeof text === 'string' ? [[setting, text] as const] : [];
  });
  const { config, problems } = readConfig({
    ...base,
    ...(typeof file === 'string' ? fromFile(file) : {}),
    ...(typeof preset === 'string' ? fromPreset(preset) : {}),
    ...Object.fromEntries(options),
  });
  const [problem] = problems;
  if (problem) throw new Failure(describeProblem(problem));
  return config;
}
