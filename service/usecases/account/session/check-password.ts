import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AccountPolicy } from "../account-policy.ts";
import { isCommonPassword } from "./is-common-password.ts";

/** What somebody who knows the holder would try first, each with its pinyin where it is Chinese (A2). */
export interface OwnData {
  readonly account: readonly string[];
  readonly name: readonly string[];
  readonly phone: readonly string[];
  readonly unit: readonly string[];
}

const KINDS = ["account", "name", "phone", "unit"] as const;
/** "li" is in half of all words; shorter Latin pieces count only when nothing but digits and signs is around them. */
const LEAST_LATIN = 4;

/** Everything of A2 that needs no earlier password. The birth date joins with the records that hold one. */
export function checkPassword(
  password: string,
  own: OwnData,
  policy: Pick<AccountPolicy, "passwordLeast" | "passwordMost">,
): Result<null, AccessRefusal> {
  const length = Array.from(password).length;
  if (length < policy.passwordLeast) return refuse({ code: "password-too-short", least: policy.passwordLeast });
  if (length > policy.passwordMost) return refuse({ code: "password-too-long", most: policy.passwordMost });
  const plain = password.normalize("NFKC").toLowerCase();
  const what = KINDS.find((kind) => own[kind].some((piece) => holds(plain, piece)));
  if (what) return refuse({ code: "password-contains-own-data", what });
  return isCommonPassword(password) ? refuse({ code: "password-common" }) : ok(null);
}

function holds(password: string, piece: string): boolean {
  const plain = piece.normalize("NFKC").toLowerCase();
  if (plain.length < 2) return false;
  const isLatin = /^[a-z0-9]+$/.test(plain);
  if (isLatin && plain.length < LEAST_LATIN) return password.replace(/[^a-z]/g, "") === plain;
  return password.includes(plain);
}
