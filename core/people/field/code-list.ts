import type { Label } from "./field.ts";
import { plainText } from "./plain-text.ts";

/** A list of codes as templates/codes has it: national standards and house lists alike. */
export interface CodeListData {
  readonly name: string;
  readonly label: Label;
  /** "GB/T 4658-2006", where there is one. */
  readonly standard?: string | undefined;
  /** Set when another edition gives other meanings to the same codes: a bare code then needs its edition. */
  readonly edition?: string | undefined;
  readonly values: readonly CodeValue[];
  readonly groups?: readonly CodeGroup[] | undefined;
  readonly olderEditions?: readonly OlderEdition[] | undefined;
}

export interface CodeValue {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Other names, former ones included (崩龙族). */
  readonly also?: readonly string[] | undefined;
  /** Codes that some data bear for the same thing; read, never written. */
  readonly alsoCodes?: readonly string[] | undefined;
}

/** Codes under one heading of a statistic, for questions: 少数民族, 高级. */
export interface CodeGroup extends Label {
  readonly codes: readonly string[];
}

export interface OlderEdition {
  readonly edition: string;
  readonly values: readonly OlderValue[];
}

export interface OlderValue {
  readonly code: string;
  readonly zh: string;
  /** The code of today; null where the editions have no counterpart. */
  readonly means: string | null;
}

/** Ready for lookups. */
export interface CodeList extends CodeListData {
  readonly byCode: ReadonlyMap<string, CodeValue>;
  /** Keys are plain texts of every name. */
  readonly byName: ReadonlyMap<string, CodeValue>;
  readonly byGroup: ReadonlyMap<string, ReadonlySet<string>>;
}

/** @throws when a name stands for two codes (a bug in the data: it would be read at random). */
export function buildCodeList(data: CodeListData): CodeList {
  const byName = new Map<string, CodeValue>();
  for (const value of data.values) {
    for (const name of namesOf(value)) {
      const other = byName.get(name);
      if (other && other.code !== value.code)
        throw new Error(`${data.name}: "${name}" is ${other.code} and ${value.code}`);
      byName.set(name, value);
    }
  }
  const byGroup = new Map<string, ReadonlySet<string>>();
  for (const group of data.groups ?? []) {
    for (const name of [group.zh, group.en]) byGroup.set(codeName(name), new Set(group.codes));
  }
  return { ...data, byName, byGroup, byCode: new Map(codesOf(data.values)) };
}

/** How names of codes are compared: width, blanks, letter case and marks between words do not count. */
export function codeName(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[\s()、,，/·.-]/gu, "");
}

function namesOf(value: CodeValue): readonly string[] {
  return [value.zh, value.en, ...(value.also ?? [])].map(codeName);
}

function* codesOf(values: readonly CodeValue[]): Iterable<readonly [string, CodeValue]> {
  for (const value of values) {
    for (const code of value.alsoCodes ?? []) yield [code, value];
  }
  for (const value of values) yield [value.code, value];
}
