// The figure of a configuration, with everything that follows from it: for files, handouts and other people's pages.
import { analyze } from '../analyze.ts';
import type { NetConfig } from '../config/netConfig.ts';
import { FAMILIES } from '../families/index.ts';
import { METRICS } from '../metrics/index.ts';
import { figureSvg, type FigureRequest } from './figure.ts';
import { PLACES_SCALE } from './request.ts';

export type FigureLook = Omit<FigureRequest, 'analysis' | 'places' | 'config' | 'family'>;

export function networkRequest(config: NetConfig, look: FigureLook): FigureRequest {
  const family = FAMILIES[config.family];
  return {
    ...look,
    config,
    family: family.label,
    analysis: analyze(family.build(config), METRICS),
    places: family.build({ ...config, scale: PLACES_SCALE }),
  };
}

export const networkFigure = (config: NetConfig, look: FigureLook): string =>
  figureSvg(networkRequest(config, look));
