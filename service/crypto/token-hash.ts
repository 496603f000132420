import { createHash } from "node:crypto";
import type { TokenHash } from "#service/ports/surroundings.ts";

/** A token has 256 random bits, so one round without salt is enough (A7). */
export const tokenHash: TokenHash = (token) => createHash("sha256").update(token).digest("base64url");
