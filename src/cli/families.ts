// `lcnet families`: the network families, their published widths and presets.
import { FAMILIES } from '../lib/core/families/index.ts';
import type { Command } from './command.ts';

export const families: Command = {
  name: 'families',
  about: 'the network families, their published widths and presets',
  architecture: false,
  options: { json: { type: 'boolean', about: 'print a list of {id, label, scales, presets}' } },
  run: (values) => {
    const list = Object.values(FAMILIES).map(({ id, label, scales, presets }) => ({
      id,
      label,
      scales,
      presets: presets.map((preset) => preset.id),
    }));
    if (values['json']) return JSON.stringify(list, null, 2);
    return list
      .map(
        ({ id, label, scales, presets }) =>
          `${id}  ${label}  scales ${scales.join(', ')}  presets ${presets.join(', ')}`,
      )
      .join('\n');
  },
};
