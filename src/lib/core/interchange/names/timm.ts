// timm's names for lcnet_*: stages 0 … 5 with two batch norms per block, the official blocks5 cut in two.
// Source: timm/models/mobilenetv3.py (_gen_lcnet) and _efficientnet_blocks.py.
import { fromTorchStatistics, type OfficialNames } from './official.ts';

const BLOCK = /^blocks\.(\d+)\.(\d+)\.(.+)$/;

/** timm's stage → the official one; stage 4 goes on where stage 3 ends. */
const STAGES = ['blocks2', 'blocks3', 'blocks4', 'blocks5', 'blocks5', 'blocks6'] as const;
const [FIRST_HALF, SECOND_HALF] = [3, 4];

const OUTSIDE: readonly (readonly [RegExp, string])[] = [
  [/^conv_stem\./, 'conv1.conv.'],
  [/^bn1\./, 'conv1.bn.'],
  [/^conv_head\./, 'last_conv.'],
  [/^classifier\./, 'fc.'],
];

const INSIDE: readonly (readonly [RegExp, string])[] = [
  [/^conv_dw\./, 'dw_conv.conv.'],
  [/^bn1\./, 'dw_conv.bn.'],
  [/^se\.conv_reduce\./, 'se.conv1.'],
  [/^se\.conv_expand\./, 'se.conv2.'],
  [/^conv_pw\./, 'pw_conv.conv.'],
  [/^bn2\./, 'pw_conv.bn.'],
];

const replaced = (name: string, rules: typeof INSIDE): string =>
  rules.reduce((text, [from, to]) => text.replace(from, to), name);

export const timmNames: OfficialNames = (names) => {
  if (!names.includes('conv_stem.weight')) return undefined;
  const blocks = names.map((name) => BLOCK.exec(name));
  const half =
    1 + Math.max(-1, ...blocks.flatMap((m) => (Number(m?.[1]) === FIRST_HALF ? Number(m?.[2]) : [])));
  const official = (name: string): string => {
    const [, stage = '', index = '', inner = ''] = BLOCK.exec(name) ?? [];
    const id = STAGES[Number(stage)];
    if (inner === '' || id === undefined) return replaced(name, OUTSIDE);
    const position = Number(index) + (Number(stage) === SECOND_HALF ? half : 0);
    return `${id}.${position}.${replaced(inner, INSIDE)}`;
  };
  return new Map(names.map((name) => [name, fromTorchStatistics(official(name))]));
};
