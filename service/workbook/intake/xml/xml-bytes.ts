/** Bytes that XML is made of, and what each means in a text. */
export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
export const BANG = 0x21;
export const QUESTION = 0x3f;
export const EQUALS = 0x3d;
export const AMPERSAND = 0x26;
export const SPACE = 0x20;

/** As bits; blanks mean nothing. */
export const SOLID = 1;
export const REFERENCE = 2;
export const RETURN = 4;
export const GREATER = 8;
export const NONE = 16;
export const MARK = 32;
export const BYTE_KINDS = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function kindOf(byte: number): number {
  if (byte === LT) return MARK;
  if (byte === AMPERSAND) return SOLID | REFERENCE;
  if (byte === GT) return SOLID | GREATER;
  if (byte === 0x0d) return RETURN;
  if (isBlank(byte)) return 0;
  return byte < SPACE ? NONE : SOLID;
}

/** Where the name that begins at `at` ends, or `end`. */
export function nameEnd(bytes: Buffer, at: number, end: number): number {
  let to = at;
  for (; to < end; to += 1) {
    const byte = bytes[to] ?? 0;
    if (byte <= SPACE || byte === SLASH || byte === GT || byte === EQUALS || byte === LT) break;
  }
  return to;
}

export function afterBlanks(bytes: Buffer, at: number, end: number): number {
  let to = at;
  while (to < end && isBlank(bytes[to])) to += 1;
  return to;
}
