import { codeName } from "../field/code-list.ts";
import type { FieldAddress, FieldCatalogue } from "../field/field-catalogue.ts";
import type { FieldType } from "../field/field.ts";
import { readDate } from "../field/read-day.ts";
import { plainText } from "../field/plain-text.ts";

/**
 * The canonical values that a word means for a field: several for a group of codes (少数民族), none when it means nothing.
 * Dates may be given to the year, the month or the day: "2026", "2026-03".
 */
export function valuesMeant(address: FieldAddress, word: string, catalogue: FieldCatalogue): readonly string[] {
  const { type, codes } = address.definition;
  if (codes !== undefined) return codesMeant(catalogue, codes, word);
  const read = READERS[type];
  return read ? read(word) : [word];
}

/** Types not named here take the word as it stands. */
const READERS: Readonly<Partial<Record<FieldType, (word: string) => readonly string[]>>> = {
  "yes-no": yesNoMeant,
  day: datesMeant,
  month: datesMeant,
  whole: numbersMeant,
  money: numbersMeant,
};

function numbersMeant(word: string): readonly string[] {
  const text = plainText(word);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? [text] : [];
}

function codesMeant(catalogue: FieldCatalogue, codes: string, word: string): readonly string[] {
  const list = catalogue.codeList(codes);
  const name = codeName(word);
  const exact = list.values.find(({ zh, en }) => codeName(zh) === name || codeName(en) === name);
  const group = list.byGroup.get(name);
  if (group) return [...group];
  const value = exact ?? list.byName.get(name) ?? list.byCode.get(plainText(word));
  return value ? [value.code] : [];
}

function yesNoMeant(word: string): readonly string[] {
  if (["是", "1", "yes", "true"].includes(word.toLowerCase())) return ["1"];
  // What nobody filled in is no: a roster ticks those to whom it applies.
  return ["否", "0", "no", "false"].includes(word.toLowerCase()) ? ["0", ""] : [];
}

function datesMeant(word: string): readonly string[] {
  const [, year] = /^((?:18|19|20|21)\d{2})年?$/u.exec(plainText(word)) ?? [];
  if (year !== undefined) return [year];
  const read = readDate(word, false);
  return read.ok ? [read.value.text] : [];
}
