// In which settings two networks differ, where one has the weights of the other.
import type { NetConfig, SettingName } from './config/netConfig.ts';
import { SETTING_NAMES, SETTINGS, type Setting } from './config/settings.ts';

/** The task is none of the network's own. */
export const changedSettings = (now: NetConfig, before: NetConfig): readonly SettingName[] =>
  SETTING_NAMES.filter((name) => {
    const { write } = SETTINGS[name] as Setting<unknown>;
    return name !== 'task' && write(now[name]) !== write(before[name]);
  });
