/** A head as JSON, and bytes behind it. */
export interface HeadedBytes {
  readonly head: string;
  readonly body: Uint8Array;
}

const LENGTH_BYTES = 4;

export function joinHead({ head, body }: HeadedBytes): Uint8Array {
  const text = new TextEncoder().encode(head);
  const bytes = new Uint8Array(LENGTH_BYTES + text.length + body.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, LENGTH_BYTES);
  bytes.set(body, LENGTH_BYTES + text.length);
  return bytes;
}

/** undefined: too short to be what `joinHead` made. */
export function splitHead(bytes: Uint8Array): HeadedBytes | undefined {
  if (bytes.length < LENGTH_BYTES) return undefined;
  const end = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (end > bytes.length) return undefined;
  return { head: new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, end)), body: bytes.slice(end) };
}
