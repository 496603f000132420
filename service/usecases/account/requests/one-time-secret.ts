import { millisecondsOf, toInstant, type Instant } from "#core/kernel/instant.ts";
import type { AccountSlip } from "#core/protocol/accounts.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { Services } from "#service/usecases/services.ts";

/** A first password in clear, for the slip, and what the account keeps of it (A2). */
export interface OneTimeSecret {
  readonly password: string;
  readonly kept: Pick<AccountRecord, "passwordHash" | "passwordSetAt" | "firstPasswordUntil">;
}

type SecretServices = Pick<Services, "random" | "hasher" | "policy">;

export async function makeOneTimeSecret(
  { random, hasher, policy }: SecretServices,
  at: Instant,
): Promise<OneTimeSecret> {
  const password = random.oneTimePassword();
  const until = toInstant(millisecondsOf(at) + policy.firstPasswordHours * 3_600_000);
  return {
    password,
    kept: { passwordHash: await hasher.hash(password), passwordSetAt: at, firstPasswordUntil: until },
  };
}

/** For an account whose slip is not made yet: a password that nobody knows and that is over already. */
export async function makeUnknownSecret(
  { random, hasher }: SecretServices,
  at: Instant,
): Promise<OneTimeSecret["kept"]> {
  return { passwordHash: await hasher.hash(random.token()), passwordSetAt: at, firstPasswordUntil: at };
}

/** Shown once, to the maker, and kept nowhere. */
export function slipOf(account: AccountRecord, secret: OneTimeSecret, unitName: string): AccountSlip {
  return {
    accountId: account.id,
    accountName: account.name,
    holder: account.holder,
    unitName,
    oneTimePassword: secret.password,
    validUntil: secret.kept.firstPasswordUntil ?? "",
  };
}
