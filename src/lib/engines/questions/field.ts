// field: many networks measured together, whatever network is loaded. The page should ask for nothing else meanwhile.
import { measureField } from '../field/measureField.ts';
import type { Handler } from './question.ts';

export const field: Handler<'field'> = (args, { session, ...host }) =>
  measureField(args, { ...host, borrow: session.borrow, beforeReset: session.beforeReset });
