// What is wrong with an ONNX file: where, what was expected there and what was found.

export interface Finding {
  /** Byte, tensor or node: `byte 812`, `initializer fc.bias`, `node /stem/act (HardSwish)`. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

/** Names come out of the file and may be of any length. */
const MAX_LENGTH = 160;

const shortened = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;

/** No ONNX file, or one with something that cannot be used here; the message says where, what was expected and what was found. */
export class OnnxError extends Error {
  override readonly name = 'OnnxError';
  readonly where: string;
  readonly expected: string;
  readonly found: string;

  constructor(finding: Finding) {
    const [where, expected, found] = [finding.where, finding.expected, finding.found].map(shortened) as [
      string,
      string,
      string,
    ];
    super(`${where}: ${expected} expected, got ${found}`);
    this.where = where;
    this.expected = expected;
    this.found = found;
  }
}
