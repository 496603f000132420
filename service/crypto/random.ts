import { randomBytes, randomInt } from "node:crypto";
import type { Randomness } from "#service/ports/surroundings.ts";
import { freshBytes } from "./fresh-bytes.ts";

/** Neither 0 and O nor 1, l and I: it is read from a printed slip and typed once (A2). */
const LEGIBLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
const PASSWORD_LENGTH = 16;
const ID_BYTES = 16;
const TOKEN_BYTES = 32;

export const systemRandomness: Randomness = {
  id: (prefix) => `${prefix}_${freshBytes(ID_BYTES).toString("hex")}`,
  token: () => randomBytes(TOKEN_BYTES).toString("base64url"),
  oneTimePassword: () =>
    Array.from({ length: PASSWORD_LENGTH }, () => LEGIBLE.charAt(randomInt(LEGIBLE.length))).join(""),
};
