// exportModel: the loaded network with its weights, as a file of a format. Needs no device, so it waits for nothing.
import { EngineError } from '../errors.ts';
import type { Handler } from './question.ts';

export const exportModel: Handler<'exportModel'> = async (request, { session: { loaded } }) => {
  if (!loaded) throw new EngineError('noNetwork', 'no network has been loaded', {});
  // writers of file formats are loaded when there is something to write
  const { modelFile } = await import('../../core/interchange/modelFiles.ts');
  return modelFile(loaded, request);
};
