// Requests for diagrams, as tests make them.
import { analyze } from '../../../src/lib/core/analyze.ts';
import type { NetConfig } from '../../../src/lib/core/config/netConfig.ts';
import type { FigureRequest } from '../../../src/lib/core/diagram/figure.ts';
import { PLACES_SCALE } from '../../../src/lib/core/diagram/request.ts';
import { ENGLISH } from '../../../src/lib/core/diagram/text.ts';
import { FAMILIES } from '../../../src/lib/core/families/index.ts';
import { METRICS } from '../../../src/lib/core/metrics/index.ts';

const { pplcnet } = FAMILIES;

export const presetChange = (id: string): Partial<NetConfig> =>
  pplcnet.presets.find((preset) => preset.id === id)?.change ?? {};

export function requestFor(
  change: Partial<NetConfig> = {},
  shown: Partial<FigureRequest> = {},
): FigureRequest {
  const config = { ...pplcnet.defaults, ...change };
  return {
    analysis: analyze(pplcnet.build(config), METRICS),
    places: pplcnet.build({ ...config, scale: PLACES_SCALE }),
    config,
    family: pplcnet.label,
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
