// A dialog that takes the page over while it is there; the keyboard goes back to where it was, however the dialog ends.

/** An attachment. Outside: the dialog's modality, and the focus. */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  return () => {
    // the browser does the same, but only where a dialog is closed before it goes
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
}
