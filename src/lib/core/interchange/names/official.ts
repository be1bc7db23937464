// How names of another program become the official ones.

/** Official name by name in the file; undefined where the file has other names. */
export type OfficialNames = (names: readonly string[]) => ReadonlyMap<string, string> | undefined;

/** Every name changed by one rule, where one of them is that of the stem's convolution. */
export const renamedBy =
  (stem: RegExp, rule: (name: string) => string): OfficialNames =>
  (names) =>
    names.some((name) => stem.test(name)) ? new Map(names.map((name) => [name, rule(name)])) : undefined;

/** PyTorch's names for the statistics of batch norm. */
export const fromTorchStatistics = (name: string): string =>
  name.replace(/\.running_mean$/, '._mean').replace(/\.running_var$/, '._variance');
