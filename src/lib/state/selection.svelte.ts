// What is selected, hovered and opened: shared by table, diagram, chart and detail.

export class Selection {
  readonly #blockOf: (item: string) => string | undefined;
  #item = $state<string | undefined>();
  /** Id of the block or layer under the pointer. */
  hovered = $state<string | undefined>();
  /** Ids of blocks and layers that something beside the diagram speaks of. */
  lit = $state.raw<ReadonlySet<string>>(new Set());
  /** Blocks opened in place in the diagram. */
  opened = $state.raw<ReadonlySet<string>>(new Set());

  /** `blockOf` tells the block of an item in the present network; a selection that no longer exists counts as none. */
  constructor(blockOf: (item: string) => string | undefined) {
    this.#blockOf = blockOf;
  }

  /** The block the selected item lies in. */
  readonly block = $derived.by(() => (this.#item === undefined ? undefined : this.#blockOf(this.#item)));
  /** Id of the selected stage, block or layer. */
  readonly item = $derived(this.block === undefined ? undefined : this.#item);

  select(item: string | undefined): void {
    this.#item = item;
  }

  toggle(item: string): void {
    this.#item = this.#item === item ? undefined : item;
  }

  toggleOpen(block: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(block)) opened.add(block);
    this.opened = opened;
  }
}
