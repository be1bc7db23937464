// The list of network families. A new family is one file and one line here.
import type { FamilyId } from '../config/netConfig.ts';
import type { Family } from './family.ts';
import { pplcnet } from './pplcnet.ts';

export const FAMILIES = { pplcnet } satisfies { readonly [Id in FamilyId]: Family };
