// Files that are dragged over the page: browsers leave a page for a file that is dropped where nobody wants it.

/** Whether files are dragged, as opposed to text on its way into a field; those are spoken for from now on. */
export function takesFiles(event: DragEvent): boolean {
  if (!event.dataTransfer?.types.includes('Files')) return false;
  event.preventDefault();
  return true;
}

/** The first of the dropped files; undefined where text was dropped. */
export const droppedFile = (event: DragEvent): File | undefined =>
  takesFiles(event) ? event.dataTransfer?.files[0] : undefined;
