export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 128;

export type PasswordRule = "length" | "own-data" | "not-old" | "service-checks";
export type RuleState = "open" | "met" | "broken" | "on-sending";

export interface PasswordGiven {
  readonly old: string;
  readonly fresh: string;
  /** Account name, holder, phone, unit names, as far as the screen knows them in full. */
  readonly ownData: readonly string[];
}

/**
 * The rules of A2 that can be told while typing. The service decides again and knows more: common passwords, pinyin
 * and the last five, so a password is never called good here, only fitting so far.
 */
export function checkPasswordRules({ old, fresh, ownData }: PasswordGiven): Readonly<Record<PasswordRule, RuleState>> {
  if (fresh === "") return { length: "open", "own-data": "open", "not-old": "open", "service-checks": "on-sending" };
  const length = Array.from(fresh).length;
  return {
    length: stateOf(length >= PASSWORD_LEAST && length <= PASSWORD_MOST),
    "own-data": stateOf(!ownData.some((piece) => holds(fresh, piece))),
    "not-old": stateOf(fresh !== old),
    "service-checks": "on-sending",
  };
}

export function fitsSoFar(given: PasswordGiven): boolean {
  return Object.values(checkPasswordRules(given)).every((state) => state === "met" || state === "on-sending");
}

function stateOf(met: boolean): RuleState {
  return met ? "met" : "broken";
}

/** A masked piece ("138****1234") can never be found and so never blames anybody. */
function holds(password: string, piece: string): boolean {
  const plain = plainOf(piece);
  const least = /^[a-z0-9]+$/.test(plain) ? 4 : 2;
  return plain.length >= least && plainOf(password).includes(plain);
}

/** Full width and capitals hide nothing. */
function plainOf(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
