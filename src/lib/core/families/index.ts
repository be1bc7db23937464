// The list of network families. A new family is one file and one line here.
import type { FamilyId } from '../config/netConfig.ts';
import type { Family } from './family.ts';
import { ghostnet } from './ghostnet.ts';
import { mobilenetv1 } from './mobilenetv1.ts';
import { mobilenetv2 } from './mobilenetv2.ts';
import { mobilenetv3Large, mobilenetv3Small } from './mobilenetv3.ts';
import { pplcnet } from './pplcnet.ts';
import { shufflenetv2 } from './shufflenetv2.ts';

export const FAMILIES = {
  pplcnet,
  mobilenetv1,
  mobilenetv2,
  'mobilenetv3-small': mobilenetv3Small,
  'mobilenetv3-large': mobilenetv3Large,
  shufflenetv2,
  ghostnet,
} satisfies { readonly [Id in FamilyId]: Family };
