export type PasswordStrength = "weak" | "fair" | "strong";

/**
 * A guide, not a rule: how many guesses a password takes once runs (aaaa, 1234, abcd) count as one character. Length
 * is what counts most, so a long plain sentence is strong and "Aa1!Aa1!" is not.
 */
export function passwordStrength(password: string): PasswordStrength {
  const bits = unpredictable(password) * Math.log2(alphabetOf(password));
  if (bits < 45) return "weak";
  return bits < 80 ? "fair" : "strong";
}

/** Characters that do not simply go on from the one before, and no more than twice the different ones. */
function unpredictable(password: string): number {
  const codes = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const fresh = codes.filter((code, index) => {
    const before = codes[index - 1];
    return before === undefined || Math.abs(code - before) > 1;
  });
  return Math.min(fresh.length, 2 * new Set(codes).size);
}

const ALPHABETS: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[^\p{L}0-9]/u, 30],
  [/[^\P{L}a-zA-Z]/u, 2000],
];

function alphabetOf(password: string): number {
  return ALPHABETS.reduce((sum, [pattern, size]) => (pattern.test(password) ? sum + size : sum), 1);
}
