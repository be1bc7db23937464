// A network as a JSON file: every setting by name, readable by page and command line alike.
import type { NetConfig } from './config/netConfig.ts';
import { SETTING_NAMES } from './config/settings.ts';
import { defaultConfig, readConfig, type Candidates, type ReadConfig } from './options.ts';

export const toJson = (config: NetConfig): string => `${JSON.stringify(config, null, 2)}\n`;

const hasSettings = (candidates: object): boolean => SETTING_NAMES.some((name) => name in candidates);

/** Settings of a network, or what `lcnet summary --json` prints. Undefined for anything else, as for an object without any setting. */
export function candidatesFrom(text: string): Candidates | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    const inner: unknown = 'config' in parsed ? parsed.config : parsed;
    return typeof inner === 'object' && inner !== null && hasSettings(inner) ? inner : undefined;
  } catch {
    return undefined;
  }
}

/** Never throws: what is no network is a problem, and the network is the default one. */
export function fromJson(text: string, name: string): ReadConfig {
  const candidates = candidatesFrom(text);
  if (candidates) return readConfig(candidates);
  return { config: defaultConfig, problems: [{ option: 'config', found: name, expected: { kind: 'json' } }] };
}
