/** Whom an account is for, as far as its name goes (A1). */
export type AccountNameSubject =
  | { readonly kind: "unit"; readonly shortName: string; readonly code: string }
  /** Real name when the mobile number is not known yet. */
  | { readonly kind: "secretary"; readonly mobile: string | null; readonly realName: string }
  | { readonly kind: "member"; readonly realName: string };

export interface AccountNameSurroundings {
  /** Lower-case pinyin initials: 机关党总支 -> jgdzz. Passed in, because the dictionary is no part of the domain. */
  readonly initialsOf: (text: string) => string;
  readonly isTaken: (name: string) => boolean;
}

const NOT_IN_A_LATIN_NAME = /[^a-z0-9]/g;
const BLANKS = /\s+/g;

/** House custom (A1); the maker may change it. A taken name gets the first free number from 2 on. */
export function proposeAccountName(subject: AccountNameSubject, surroundings: AccountNameSurroundings): string {
  return firstFree(subject, surroundings, 1).name;
}

/** A batch: what was proposed for one is taken for the next. Same order as asked. */
export function proposeAccountNames(
  subjects: readonly AccountNameSubject[],
  surroundings: AccountNameSurroundings,
): readonly string[] {
  const proposed = new Set<string>();
  const lastNumber = new Map<string, number>();
  const isTaken = (name: string) => proposed.has(name) || surroundings.isTaken(name);
  return subjects.map((subject) => {
    const base = customaryName(subject, surroundings);
    // Counting on from the last homonym keeps a thousand of the same name linear.
    const free = firstFree(subject, { ...surroundings, isTaken }, lastNumber.get(base) ?? 1);
    proposed.add(free.name);
    lastNumber.set(base, free.number);
    return free.name;
  });
}

function firstFree(
  subject: AccountNameSubject,
  surroundings: AccountNameSurroundings,
  from: number,
): { readonly name: string; readonly number: number } {
  const base = customaryName(subject, surroundings);
  for (let number = from; ; number += 1) {
    const name = number === 1 ? base : withNumber(base, number);
    if (!surroundings.isTaken(name)) return { name, number };
  }
}

function customaryName(subject: AccountNameSubject, { initialsOf }: AccountNameSurroundings): string {
  if (subject.kind === "unit") {
    return initialsOf(subject.shortName).toLowerCase().replace(NOT_IN_A_LATIN_NAME, "") || subject.code;
  }
  const realName = subject.realName.replace(BLANKS, "");
  return subject.kind === "secretary" ? (subject.mobile ?? realName) : realName;
}

/** A digit glued to a digit would read as another number (a mobile, "dyzb1" + 2). */
function withNumber(base: string, number: number): string {
  return /\d$/.test(base) ? `${base}-${number}` : `${base}${number}`;
}
