// Requests for diagrams, as tests make them.
import { analyze } from '../../../src/lib/core/analyze.ts';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import type { FigureRequest } from '../../../src/lib/core/diagram/figure.ts';
import { PLACES_SCALE } from '../../../src/lib/core/diagram/request.ts';
import { ENGLISH } from '../../../src/lib/core/diagram/english.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { METRICS } from '../../../src/lib/core/metrics/index.ts';

export const presetChange = (id: string): Partial<NetConfig> =>
  FAMILIES.pplcnet.presets.find((preset) => preset.id === id)?.change ?? {};

export function requestFor(
  change: Partial<NetConfig> = {},
  shown: Partial<FigureRequest> = {},
): FigureRequest {
  const family = FAMILIES[change.family ?? 'pplcnet'];
  const config = { ...family.defaults, ...change };
  return {
    analysis: analyze(family.build(config), METRICS),
    places: family.build({ ...config, scale: PLACES_SCALE }),
    config,
    family: family.label,
    mode: 'strip',
    level: 'blocks',
    opened: new Set(),
    colourBy: 'kind',
    theme: 'light',
    title: true,
    text: ENGLISH,
    ...shown,
  };
}
