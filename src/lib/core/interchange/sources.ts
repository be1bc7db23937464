// Where files come from: what a file does not tell about its network follows from whose names it has.
import type { NetConfig, SettingName } from '../config/netConfig.ts';
import { pplcnet } from '../families/pplcnet.ts';
import type { NamingId } from './names/index.ts';
import { RECIPES, type Recipe } from '../image/recipe.ts';

interface Source {
  /** Settings that neither names nor shapes tell. */
  readonly semantics: Partial<NetConfig>;
  /** Whether linear layers are stored [out, in], as PyTorch does. */
  readonly outFirst: boolean;
  readonly recipe: Recipe;
}

const { dropout, dropoutMode } = pplcnet.defaults;

export const SOURCES: { readonly [N in NamingId]: Source } = {
  own: { semantics: {}, outFirst: false, recipe: RECIPES.paddleclas },
  paddle: { semantics: { dropout, dropoutMode }, outFirst: false, recipe: RECIPES.paddleclas },
  // PyTorch's dropout is the identity at inference
  torch: { semantics: { dropout, dropoutMode: 'inverted' }, outFirst: true, recipe: RECIPES.paddleclas },
  // timm.create_model has drop_rate 0 unless it is told otherwise
  timm: { semantics: { dropout: 0, dropoutMode: 'inverted' }, outFirst: true, recipe: RECIPES.timm },
  // × (1 − rate), as in Paddle
  transformers: { semantics: { dropout, dropoutMode }, outFirst: true, recipe: RECIPES.transformers },
};

/** No file tells them; those of dropout and gate only where the network has such layers. */
export function assumedSettings({ lastConv, se }: NetConfig): readonly SettingName[] {
  const head: readonly SettingName[] = lastConv > 0 ? ['dropout', 'dropoutMode'] : [];
  const gate: readonly SettingName[] = se.includes(true) ? ['gate'] : [];
  return ['resolution', 'strides', 'activation', ...gate, ...head, 'padding', 'bnEpsilon'];
}
