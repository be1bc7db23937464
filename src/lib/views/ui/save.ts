// Saves a file to the visitor's device.

export function save({ name, content }: { readonly name: string; readonly content: Blob }): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the download has its own reference once it has begun
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
