/** The secrets outside the database. Older versions stay until everything they wrapped is wrapped anew. */
export interface KeyRing {
  readonly current: number;
  readonly keys: readonly KeyVersion[];
  /** Never rotated: it protects the anchor of the audit chain, which must outlive the other keys. */
  readonly checksum: Buffer;
}

export interface KeyVersion {
  readonly version: number;
  /** 256 random bits. */
  readonly secret: Buffer;
}
