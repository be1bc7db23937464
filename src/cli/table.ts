// `lcnet table`: the stage table of a network as its paper would print it, for a README, a paper or a spreadsheet.
import { stageTableText } from '../lib/core/document/stageTable.ts';
import { TABLE_LEVELS } from '../lib/core/document/stageRows.ts';
import { TABLE_FORMATS } from '../lib/core/document/table.ts';
import { architecture } from './architecture.ts';
import { oneOf, type Command } from './command.ts';

export const table: Command = {
  name: 'table',
  about: 'the stage table as a paper prints it; CSV has exact numbers',
  architecture: true,
  options: {
    format: { type: 'string', about: TABLE_FORMATS.join(' | ') },
    level: { type: 'string', about: `${TABLE_LEVELS.join(' | ')}: equal neighbours in one row` },
  },
  run: (values) => {
    const level = oneOf(values, 'level', TABLE_LEVELS);
    return stageTableText({ config: architecture(values), level }, oneOf(values, 'format', TABLE_FORMATS));
  },
};
