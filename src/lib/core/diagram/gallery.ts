// Ready figures: every family in both layouts, and what else a figure can show.
import type { NetConfig } from '../config/netConfig.ts';
import { FAMILIES } from '../families/index.ts';
import { defaultsFor } from '../families/tasks.ts';
import type { FigureLook } from './networkFigure.ts';

export interface Exhibit {
  /** Also the name of its file. */
  readonly id: string;
  readonly config: NetConfig;
  readonly look: Pick<FigureLook, 'mode' | 'level' | 'colourBy' | 'opened'>;
}

const PLAIN = { level: 'blocks', colourBy: 'kind', opened: new Set<string>() } as const;
const { pplcnet } = FAMILIES;

const EVERY_FAMILY: readonly Exhibit[] = Object.values(FAMILIES).flatMap(({ id, defaults: config }) =>
  (['strip', 'flow'] as const).map((mode) => ({ id: `${id}-${mode}`, config, look: { ...PLAIN, mode } })),
);

export const GALLERY: readonly Exhibit[] = [
  ...EVERY_FAMILY,
  {
    id: 'pplcnet-opened',
    config: pplcnet.defaults,
    look: { ...PLAIN, mode: 'flow', opened: new Set(['blocks6.1']) },
  },
  { id: 'pplcnet-layers', config: pplcnet.defaults, look: { ...PLAIN, mode: 'flow', level: 'layers' } },
  { id: 'pplcnet-macs', config: pplcnet.defaults, look: { ...PLAIN, mode: 'strip', colourBy: 'macs' } },
  { id: 'pplcnet-params', config: pplcnet.defaults, look: { ...PLAIN, mode: 'strip', colourBy: 'params' } },
  {
    id: 'pplcnet-receptive-field',
    config: pplcnet.defaults,
    look: { ...PLAIN, mode: 'strip', colourBy: 'receptiveField' },
  },
  {
    id: 'pplcnet-fashion-mnist',
    config: defaultsFor(pplcnet, 'fashion-mnist'),
    look: { ...PLAIN, mode: 'strip' },
  },
];
