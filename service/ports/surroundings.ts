import type { Instant } from "#core/kernel/instant.ts";

/** Everything outside the domain that is not the store; passed in, so that tests choose. */
export interface Clock {
  now(): Instant;
}

export interface Randomness {
  /** Opaque unguessable id with a readable prefix: "led_3f…". */
  id(prefix: string): string;
  /** 256 random bits, base64url (A7). */
  token(): string;
  /** One-time password in an alphabet without look-alikes (A2). */
  oneTimePassword(): string;
}

export interface PasswordHasher {
  /** argon2id, at least 19 MiB and t=2, own salt; PHC text (A7). */
  hash(password: string): Promise<string>;
  /** Takes as long for an unknown account: call it with `undefined` (A8). */
  verify(password: string, hash: string | undefined): Promise<boolean>;
}

/** Hash of a session token as stored. */
export type TokenHash = (token: string) => string;

/** SHA-256 as lower-case hex, of bytes or of text as UTF-8. */
export type Digest = (content: Uint8Array | string) => string;
