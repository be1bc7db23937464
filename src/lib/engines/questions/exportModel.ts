// exportModel: the loaded network with its weights, as the files of a format.
import { throwIfAborted } from '../turn.ts';
import type { Handler } from './question.ts';

export const exportModel: Handler<'exportModel'> = (request, { session, signal, alone }) =>
  alone(async () => {
    throwIfAborted(signal);
    const { loaded } = await session.ready();
    // writers of file formats are loaded when there is something to write
    const { modelFiles } = await import('../../core/interchange/modelFiles.ts');
    return modelFiles(loaded, request);
  });
