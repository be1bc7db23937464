// Colours of the families in charts; tokens.css has the same (a test compares).
import type { FamilyId } from '../config/netConfig.ts';
import type { Theme } from '../diagram/palette.ts';

export const FAMILY_COLOURS = {
  light: {
    pplcnet: '#3b5bdb',
    mobilenetv1: '#d9480f',
    mobilenetv2: '#2b8a3e',
    'mobilenetv3-small': '#c2255c',
    'mobilenetv3-large': '#e8a100',
    shufflenetv2: '#0b7285',
    ghostnet: '#7048a8',
  },
  dark: {
    pplcnet: '#91a7ff',
    mobilenetv1: '#ff922b',
    mobilenetv2: '#69db7c',
    'mobilenetv3-small': '#f783ac',
    'mobilenetv3-large': '#ffd43b',
    shufflenetv2: '#66d9e8',
    ghostnet: '#c9a2f5',
  },
} as const satisfies Record<Theme, Record<FamilyId, string>>;
