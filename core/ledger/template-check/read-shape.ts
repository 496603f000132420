import { problem, type TemplateProblem } from "../template/template-problem.ts";

/**
 * Readers of data whose shape nobody has checked yet. Each returns a value of its type in any case and notes what was
 * wrong, so that one pass finds every problem; what was read counts only when there were none.
 */
export type Reader<T> = (value: unknown, place: string, problems: TemplateProblem[]) => T;

export const readText: Reader<string> = (value, place, problems) => {
  if (typeof value === "string") return value;
  problems.push(unreadable(place, value, "text"));
  return "";
};

export const readNumber: Reader<number> = (value, place, problems) => {
  if (typeof value === "number") return value;
  problems.push(unreadable(place, value, "number"));
  return 0;
};

export const readBoolean: Reader<boolean> = (value, place, problems) => {
  if (typeof value === "boolean") return value;
  problems.push(unreadable(place, value, "true | false"));
  return false;
};

export function readNullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value, place, problems) => (value === null ? null : reader(value, place, problems));
}

export function readOneOf<const T extends string>(...choices: readonly [T, ...T[]]): Reader<T> {
  return (value, place, problems) => {
    const choice = choices.find((each) => each === value);
    if (choice === undefined) problems.push(unreadable(place, value, choices.join(" | ")));
    return choice ?? choices[0];
  };
}

export function readList<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, place, problems) => {
    if (Array.isArray(value)) return value.map((each: unknown, index) => reader(each, `${place}.${index}`, problems));
    problems.push(unreadable(place, value, "list"));
    return [];
  };
}

/** An object with exactly these fields; one too many is a slip of the pen and is said so. */
export function readObject<T extends object>(fields: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> {
  return (value, place, problems) => {
    const record = asRecord(value, place, problems);
    for (const key of Object.keys(record)) {
      if (!Object.hasOwn(fields, key)) problems.push(unreadable(join(place, key), key, Object.keys(fields).join(", ")));
    }
    const read = Object.entries<Reader<unknown>>(fields).map(
      ([key, reader]) => [key, reader(record[key], join(place, key), problems)] as const,
    );
    return Object.fromEntries(read) as T;
  };
}

/** An object used as a table: any key, values of one type. */
export function readTable<T>(reader: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, place, problems) => {
    const record = asRecord(value, place, problems);
    return Object.fromEntries(
      Object.entries(record).map(([key, each]) => [key, reader(each, join(place, key), problems)]),
    );
  };
}

export function asRecord(
  value: unknown,
  place: string,
  problems: TemplateProblem[],
): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  problems.push(unreadable(place, value, "object"));
  return {};
}

function join(place: string, key: string): string {
  return place === "" ? key : `${place}.${key}`;
}

function unreadable(place: string, value: unknown, expected: string): TemplateProblem {
  return problem("not-readable", place, {
    given: typeof value === "string" ? value.slice(0, 100) : typeName(value),
    expected,
  });
}

function typeName(value: unknown): string {
  if (value === undefined) return "";
  return Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
}
