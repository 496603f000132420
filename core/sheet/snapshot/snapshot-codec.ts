/** Compression is the hosts' business (browser and Node differ); both sides must speak raw deflate in base64. */
export interface SnapshotCodec {
  deflate(text: string): string;
  /** @returns undefined when the text is damaged or inflates beyond `most` characters. */
  inflate(deflated: string, most: number): string | undefined;
}
