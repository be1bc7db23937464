// The list of questions and who answers them.
import type { Question } from '../protocol.ts';
import { activationMap } from './activationMap.ts';
import { check } from './check.ts';
import { devices } from './devices.ts';
import { exportModel } from './exportModel.ts';
import { evaluate } from './evaluate.ts';
import { field } from './field.ts';
import { featureMaps } from './featureMaps.ts';
import { filmstrip } from './filmstrip.ts';
import { gates } from './gates.ts';
import { importWeights } from './importWeights.ts';
import { load } from './load.ts';
import { measure } from './measure.ts';
import { predict } from './predict.ts';
import { profile } from './profile.ts';
import type { Handler } from './question.ts';
import { race } from './race.ts';
import { testImages } from './testImages.ts';

export const HANDLERS: { readonly [Q in Question]: Handler<Q> } = {
  devices,
  load,
  predict,
  measure,
  profile,
  featureMaps,
  gates,
  filmstrip,
  check,
  evaluate,
  testImages,
  activationMap,
  race,
  field,
  importWeights,
  exportModel,
  memory: (_args, { session, alone }) => alone(() => Promise.resolve(session.memory())),
};
