/** A head as JSON, and bytes behind it. */
export interface HeadedBytes {
  readonly head: string;
  readonly body: Uint8Array;
}

const LENGTH_BYTES = 4;

/** The body begins on a border of four bytes: whoever reads words from it need not copy it. */
const BORDER = 4;

/** @param head JSON: blanks behind it say nothing */
export function joinHead({ head, body }: HeadedBytes): Uint8Array {
  const text = new TextEncoder().encode(head);
  const padded = Math.ceil(text.length / BORDER) * BORDER;
  const bytes = new Uint8Array(LENGTH_BYTES + padded + body.length);
  new DataView(bytes.buffer).setUint32(0, padded);
  bytes.fill(BLANK, LENGTH_BYTES, LENGTH_BYTES + padded);
  bytes.set(text, LENGTH_BYTES);
  bytes.set(body, LENGTH_BYTES + padded);
  return bytes;
}

const BLANK = 0x20;

/** undefined: too short to be what `joinHead` made. The body is a view of the bytes. */
export function splitHead(bytes: Uint8Array): HeadedBytes | undefined {
  if (bytes.length < LENGTH_BYTES) return undefined;
  const end = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (end > bytes.length) return undefined;
  return {
    head: new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, end)).trimEnd(),
    body: bytes.subarray(end),
  };
}
