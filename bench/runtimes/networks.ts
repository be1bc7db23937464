// The networks that runtimes are compared on: four widths of PP-LCNet, and each other family once.
import type { NetConfig } from '../../src/lib/core/config/netConfig.ts';
import { FAMILIES } from '../../src/lib/core/families/index.ts';

const { pplcnet, ...others } = FAMILIES;

export const NETWORKS: readonly { readonly name: string; readonly config: NetConfig }[] = [
  ...[0.25, 0.5, 1, 2.5].map((scale) => ({ family: pplcnet, scale })),
  ...Object.values(others).map((family) => ({ family, scale: 1 })),
].map(({ family, scale }) => ({
  name: `${family.label} x${scale}`,
  config: { ...family.defaults, scale },
}));
