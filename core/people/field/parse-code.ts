import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { codeName, type CodeList, type OlderEdition } from "./code-list.ts";
import type { FieldRefusal } from "./field-refusal.ts";
import { closedText } from "./plain-text.ts";

const MOST_NEAR = 5;

/**
 * By name (present, other or former one) or by code. Where editions give other meanings to the same codes, a bare code
 * counts only in the edition that the caller states: the edition of a foreign column is a property of its mapping.
 */
export function parseCode(list: CodeList, given: string, edition: string | null): Result<string, FieldRefusal> {
  const older = list.olderEditions?.find((one) => one.edition === edition);
  if (older)
    return inOlder(older, given, "zh") ?? byName(list, given) ?? inOlder(older, given, "code") ?? unknown(list, given);
  return byName(list, given) ?? byCode(list, given, edition) ?? unknown(list, given);
}

/** A list of 01 to 99 may have lost its nought in a sheet. */
function byCode(list: CodeList, given: string, edition: string | null): Result<string, FieldRefusal> | undefined {
  const code = closedText(given);
  const value = list.byCode.get(code) ?? list.byCode.get(`0${code}`);
  if (!value) return undefined;
  if (!list.olderEditions || edition === list.edition) return ok(value.code);
  const editions = [list.edition ?? "", ...list.olderEditions.map((one) => one.edition)];
  return refuse({ code: "code-edition-unknown", given, editions });
}

function byName(list: CodeList, given: string): Result<string, FieldRefusal> | undefined {
  const value = list.byName.get(codeName(given)) ?? list.byName.get(codeName(withoutCode(given, list)));
  return value ? ok(value.code) : undefined;
}

/** "01 汉族", "1-男": code and name in one cell, when both say the same. */
function withoutCode(given: string, list: CodeList): string {
  const [, code = "", name = ""] = /^\s*([0-9A-Za-z]+)\s*[-_:：.、\s]\s*(\D.*)$/u.exec(given) ?? [];
  const value = list.byName.get(codeName(name));
  return value && list.byCode.get(code) === value ? name : "";
}

function inOlder(older: OlderEdition, given: string, by: "zh" | "code"): Result<string, FieldRefusal> | undefined {
  const wanted = by === "zh" ? codeName(given) : closedText(given);
  const value = older.values.find((one) => (by === "zh" ? codeName(one.zh) : one.code) === wanted);
  if (!value) return undefined;
  if (value.means === null) return refuse({ code: "code-without-counterpart", given, edition: older.edition });
  return ok(value.means);
}

function unknown(list: CodeList, given: string): Result<string, FieldRefusal> {
  return refuse({ code: "value-not-a-code", given, list: list.label.zh, near: nearTo(list, codeName(given)) });
}

/** What he may have meant: names that contain what he wrote, or the other way round. */
function nearTo(list: CodeList, wanted: string): readonly string[] {
  if (wanted === "") return [];
  const near = list.values.filter(({ zh }) => codeName(zh).includes(wanted) || wanted.includes(codeName(zh)));
  return near.slice(0, MOST_NEAR).map(({ zh }) => zh);
}
