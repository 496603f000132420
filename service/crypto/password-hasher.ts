import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from "node:crypto";
import type { PasswordHasher } from "#service/ports/surroundings.ts";
import { parsePhc, renderPhc, type PhcHash } from "./phc.ts";

/** A7. 19 MiB and two passes: what OWASP asks of argon2id at the least. */
const COST = { memory: 19 * 1024, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Each takes its memory and a thread; a hundred people signing in wait in turn instead of taking two gigabytes. */
const AT_ONCE = 2;

export type DeriveKey = (parameters: Argon2Parameters) => Promise<Buffer>;

export function argon2Hasher(argon2id: DeriveKey = deriveKey): PasswordHasher {
  const inTurn = turnstile(AT_ONCE);
  const derive = (password: string, { salt, cost, length }: Derivation): Promise<Buffer> =>
    // One spelling per password, however the keyboard composed it.
    inTurn(() => argon2id({ ...cost, message: password.normalize("NFC"), nonce: salt, tagLength: length }));
  const nobody: PhcHash = { cost: COST, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };
  return {
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      return renderPhc({ cost: COST, salt, hash: await derive(password, { salt, cost: COST, length: HASH_BYTES }) });
    },
    verify: async (password, text) => {
      // Without an account the same work is done on a hash that nothing matches (A8).
      const { salt, cost, hash } = text === undefined ? nobody : parsePhc(text);
      const derived = await derive(password, { salt, cost, length: hash.length });
      return timingSafeEqual(derived, hash) && text !== undefined;
    },
  };
}

interface Derivation {
  readonly salt: Buffer;
  readonly cost: PhcHash["cost"];
  readonly length: number;
}

/** argon2id. */
export function deriveKey(parameters: Argon2Parameters): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2("argon2id", parameters, (error, derived) => (error ? reject(error) : resolve(derived)));
  });
}

/** Lets `most` works run at a time, the others in the order they came. */
function turnstile(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes from hand to hand, so nobody can step in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
