// Finds circles in a directed graph.

/** Every circle met on a depth-first walk, as `a → b → a`; empty when there is none. */
export function cyclesIn(arrows: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const found: string[] = [];
  const visit = (node: string): void => {
    const start = trail.indexOf(node);
    if (start >= 0) found.push([...trail.slice(start), node].join(' → '));
    if (start >= 0 || done.has(node)) return;
    trail.push(node);
    for (const next of arrows.get(node) ?? []) visit(next);
    trail.pop();
    done.add(node);
  };
  for (const node of arrows.keys()) visit(node);
  return found;
}
