import { randomFillSync } from "node:crypto";

const POOL_BYTES = 16_384;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/**
 * Unguessable bytes, from the operating system as `randomBytes` gives them, but asked for many at a time: a register of
 * 100,000 people takes half a million of them. What was handed out is wiped here, so that no key stays behind.
 */
export function freshBytes(length: number): Buffer {
  if (length > POOL_BYTES) throw new Error(`more than ${String(POOL_BYTES)} random bytes at once`);
  if (used + length > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + length));
  pool.fill(0, used, used + length);
  used += length;
  return bytes;
}
