import type { EvidenceFileRefusal } from "#core/ledger/handling/evidence-refusal.ts";
import type { Result } from "#core/kernel/result.ts";

/**
 * The bytes of evidence. Bytes are safe on disk (fsync) under their random name before a record mentions them, and
 * a record is gone before its bytes are: after a crash there may be bytes without a record (swept at start), never a
 * record without bytes.
 */
export interface EvidenceFiles {
  /** Reads the stream to its end with a cap, looks at the real content type. Nothing is kept on refusal. */
  receive(upload: {
    readonly fileName: string;
    readonly content: AsyncIterable<Uint8Array>;
    readonly mostBytes: number;
  }): Promise<Result<ReceivedFile, EvidenceFileRefusal>>;
  /** Throws when the bytes are missing: that would be a broken promise, not a refusal. */
  open(storedAs: string): AsyncIterable<Uint8Array>;
  remove(storedAs: string): Promise<void>;
  /** Deletes bytes that no record mentions and that are older than an hour. @returns how many. */
  sweep(known: ReadonlySet<string>): Promise<number>;
}

export interface ReceivedFile {
  readonly storedAs: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}
