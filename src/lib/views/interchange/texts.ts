// What of a network can be taken away as text: code, tables, a report, its settings.
import { codeOf } from '$lib/core/code/index.ts';
import type { NetConfig } from '$lib/core/config/netConfig.ts';
import { stageTableText } from '$lib/core/document/stageTable.ts';
import { fileStem } from '$lib/core/fileName.ts';
import { toJson } from '$lib/core/json.ts';
import { stageText } from './reportText.ts';

export interface TextFile {
  readonly id: string;
  /** On the button that chooses it. */
  readonly label: string;
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly write: () => string;
}

export const codeTexts = (config: NetConfig): readonly TextFile[] =>
  codeOf(config).map(({ framework: id, label, fileName: name, write }) => ({
    id,
    label,
    name,
    type: 'text/x-python',
    write,
  }));

const TABLES = [
  { id: 'markdown', label: 'Markdown', ending: 'md', type: 'text/markdown' },
  { id: 'latex', label: 'LaTeX', ending: 'tex', type: 'application/x-tex' },
  { id: 'csv', label: 'CSV', ending: 'csv', type: 'text/csv' },
] as const;

export const tableTexts = (config: NetConfig): readonly TextFile[] =>
  TABLES.map(({ id, label, ending, type }) => ({
    id,
    label,
    name: `${fileStem(config)}-stages.${ending}`,
    type,
    write: () => stageTableText({ config, text: stageText() }, id),
  }));

export const settingsText = (config: NetConfig): TextFile => ({
  id: 'json',
  label: 'JSON',
  name: `${fileStem(config)}.json`,
  type: 'application/json',
  write: () => toJson(config),
});
