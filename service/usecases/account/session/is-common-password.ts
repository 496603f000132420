import list from "./common-passwords.json" with { type: "json" };

/** More than three thousand that people really choose, as roots and endings so that the list can be read. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  ...list.whole,
  ...list.roots.flatMap((root) => list.endings.map((ending) => root + ending)),
]);

const ROWS = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** On the list, one short piece over and over, or one walk along the keyboard or the alphabet. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  return COMMON_PASSWORDS.has(plain) || isRepetition(plain) || isWalk(plain);
}

function isRepetition(text: string): boolean {
  return /^(.{1,6}?)\1+.{0,2}$/u.test(text);
}

/** Every step but one goes to a neighbour, forwards or backwards: "1234567890", "abcdefgh1234". */
function isWalk(text: string): boolean {
  const signs = Array.from(text);
  const steps = signs.slice(1).filter((to, index) => !areNeighbours(signs[index] ?? "", to));
  return text.length > 0 && steps.length <= 1;
}

function areNeighbours(one: string, other: string): boolean {
  return ROWS.some((row) => row.includes(one + other) || row.includes(other + one));
}
