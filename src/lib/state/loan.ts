// A loan: what is lent to one borrower at a time, and goes back once, whoever ends it.

export class Loan {
  #onTakenBack: (() => void) | undefined;

  /** @param onTakenBack told to the borrower. @param onReturned told to the owner. The returned function gives it back. */
  begin(onTakenBack: () => void, onReturned: () => void): () => void {
    this.#onTakenBack = onTakenBack;
    return () => {
      if (this.#onTakenBack !== onTakenBack) return;
      this.#onTakenBack = undefined;
      onReturned();
    };
  }

  /** The owner takes it back. */
  end(): void {
    const tell = this.#onTakenBack;
    this.#onTakenBack = undefined;
    tell?.();
  }
}
