import type { Day } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldCatalogue } from "./field-catalogue.ts";
import type { FieldRefusal } from "./field-refusal.ts";
import type { FieldDefinition } from "./field.ts";
import { parseIdNumber } from "./id-number.ts";
import { parseCode } from "./parse-code.ts";
import { parseDateField } from "./parse-date-field.ts";
import { parseMoney, parseWhole } from "./parse-number.ts";
import { parsePhone } from "./parse-phone.ts";
import { parseText } from "./parse-text.ts";
import { closedText, keptText } from "./plain-text.ts";

/** What stands in a cell, is typed in a form or comes with a push. */
export type FieldInput = string | number | boolean | null;

export interface ParseOptions {
  readonly catalogue: FieldCatalogue;
  /** Nothing that has happened happened after it. */
  readonly today: Day;
  /** Edition of the column's codes, for lists of several editions; the sheets of the house write the present one. */
  readonly edition?: string | null;
  /** The workbook counts its days from 1904. */
  readonly date1904?: boolean;
  /** What the sheet shows, where it differs from the value. */
  readonly shown?: string | null;
  /** Finds the unit or person that a text names. */
  readonly find?: (type: "person" | "unit", text: string) => string | undefined;
}

type Parsed = Result<string, FieldRefusal>;

/** A lone star marks a required field in our own sheets. */
const EMPTY = /^[*＊]?$/;
/** Marks with which officers say "nothing", where they are no value of the field. */
const NOTHING = /^(?:[*＊]+|[-/—–－／\\]+|无|暂无|空)$/u;
const ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/**
 * The one way in for everything typed, pasted or imported: lenient in how it is written, strict in what it means.
 * @returns the canonical text, "" for an emptied field.
 */
export function parseField(field: FieldDefinition, value: FieldInput, options: ParseOptions): Parsed {
  const given = typeof value === "string" ? keptText(value) : (value ?? "");
  if (typeof given !== "string") return PARSERS[field.type](field, given, options);
  if (EMPTY.test(given)) return ok("");
  if (ERROR.test(given)) return refuse({ code: "value-is-an-error", given });
  const parsed = PARSERS[field.type](field, given, options);
  return !parsed.ok && NOTHING.test(given) ? ok("") : parsed;
}

type Parser = (field: FieldDefinition, given: string | number | boolean, options: ParseOptions) => Parsed;

const asText = (given: string | number | boolean): string =>
  typeof given === "boolean" ? (given ? "1" : "0") : String(given);
const notBoolean = (given: string | number | boolean): string | number =>
  typeof given === "boolean" ? (given ? "TRUE" : "FALSE") : given;

const parseDate: Parser = (field, given, { today, date1904 = false, shown = null }) =>
  parseDateField(field, notBoolean(given), { today, date1904, shown });

const parseLink: Parser = (field, given, { find }) => {
  const id = find?.(field.type === "unit" ? "unit" : "person", asText(given));
  return id === undefined ? refuse({ code: "value-not-known", given: asText(given) }) : ok(id);
};

const PARSERS = {
  text: (field, given) => parseText(field, String(given)),
  day: parseDate,
  month: parseDate,
  code: (field, given, { catalogue, edition = null }) =>
    parseCode(catalogue.codeList(field.codes ?? ""), asText(given), edition),
  whole: (field, given) => parseWhole(field, notBoolean(given)),
  money: (field, given) => parseMoney(field, notBoolean(given)),
  "yes-no": (_field, given) => parseYesNo(given),
  "id-number": (_field, given, { today }) => parseIdCell(notBoolean(given), today),
  phone: (field, given) => parsePhone(field, notBoolean(given)),
  person: parseLink,
  unit: parseLink,
} as const satisfies Record<FieldDefinition["type"], Parser>;

/** A number of more than 15 digits has lost some already: its last ones are noughts that nobody typed. */
function parseIdCell(given: string | number, today: Day): Parsed {
  if (typeof given === "number" && given > 999_999_999_999_999) return refuse({ code: "digits-lost" });
  if (typeof given === "string" && /^\d\.\d+e\+?\d+$/i.test(given)) return refuse({ code: "digits-lost" });
  return parseIdNumber(String(given), today);
}

const YES: ReadonlySet<string> = new Set(["是", "有", "1", "true", "yes", "y", "√", "✓", "✔", "对", "已", "o", "○"]);
const NO: ReadonlySet<string> = new Set([
  "否",
  "无",
  "没有",
  "0",
  "false",
  "no",
  "n",
  "×",
  "x",
  "✗",
  "错",
  "未",
  "不是",
]);

function parseYesNo(given: string | number | boolean): Parsed {
  if (typeof given === "boolean") return ok(given ? "1" : "0");
  const text = closedText(String(given)).toLowerCase();
  if (YES.has(text)) return ok("1");
  return NO.has(text) ? ok("0") : refuse({ code: "value-not-yes-no", given: String(given) });
}
