// `lcnet families`: the network families, their widths and presets; as JSON also their stages, settings and published figures.
import { SETTINGS } from '../lib/core/config/settings.ts';
import { SOURCES } from '../lib/core/facts/published.ts';
import { FAMILIES } from '../lib/core/families/index.ts';
import type { Command } from './command.ts';

export const families: Command = {
  name: 'families',
  about: 'the network families, their published widths and presets; with --json all there is of them',
  architecture: false,
  options: {
    json: {
      type: 'boolean',
      about: 'print a list of {id, label, scales, stages, settings, presets, published}',
    },
  },
  run: (values) => {
    const all = Object.values(FAMILIES);
    if (values['json']) {
      const list = all.map(({ id, label, scales, stages, settings, presets, published }) => ({
        id,
        label,
        scales,
        stages,
        settings: settings.map((name) => SETTINGS[name].option),
        presets: presets.map((preset) => preset.id),
        published: published.map(({ source, ...row }) => ({ ...row, source: SOURCES[source] })),
      }));
      return JSON.stringify(list, null, 2);
    }
    return all
      .map(({ id, label, scales, presets }) => {
        const named = presets.map((preset) => preset.id).join(', ');
        return `${id.padEnd(18)}${label.padEnd(19)}scales ${scales.join(', ')}${named && `  presets ${named}`}`;
      })
      .join('\n');
  },
};
