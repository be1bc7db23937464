// The file structure of a PDF (ISO 32000-1, 7.5): header, numbered objects, cross-reference table, trailer.

interface PdfFile {
  /** Bodies of objects 1 … n; ASCII only. */
  readonly objects: readonly string[];
  /** Reference of the catalogue and of the document's information: `1 0 R`. */
  readonly root: string;
  readonly info: string;
}

/** A body that holds a stream; ASCII only, so that its length is that of the text. */
export const stream = (content: string): string =>
  `<< /Length ${content.length} >>\nstream\n${content}endstream`;

/** Four bytes beyond ASCII tell programs that a PDF is not text. */
const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

/** Deterministic: no dates, no random identifiers. */
export function pdfFile({ objects, root, info }: PdfFile): Uint8Array<ArrayBuffer> {
  let text = HEADER;
  const offsets = objects.map((body, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root ${root} /Info ${info} >>\nstartxref\n${text.length}\n%%EOF\n`;
  // one byte per character: a PDF is made of bytes, and its text here is ASCII but for the header
  return Uint8Array.from(text + table + trailer, (char) => char.charCodeAt(0));
}
