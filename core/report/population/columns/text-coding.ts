/** The part of the host's text coders that is used: every browser and Node have them, but no library of types for pure code. */
interface TextCodingHost {
  readonly TextEncoder?: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
  readonly TextDecoder?: new () => { decode(bytes: Uint8Array): string };
}

interface TextCoding {
  encode(text: string): Uint8Array<ArrayBuffer>;
  /** For ASCII: other bytes are told from it by nobody here. */
  decode(bytes: Uint8Array): string;
}

/** Millions of letters in one go: letter by letter they take twenty times as long. null where the host has none. */
export const textCoding: TextCoding | null = codingOf(globalThis as TextCodingHost);

function codingOf({ TextEncoder: Encoder, TextDecoder: Decoder }: TextCodingHost): TextCoding | null {
  if (!Encoder || !Decoder) return null;
  const [encoder, decoder] = [new Encoder(), new Decoder()];
  return { encode: (text) => encoder.encode(text), decode: (bytes) => decoder.decode(bytes) };
}
