/**
 * What people paste from a spreadsheet: two columns in any order, a running number before them, a header, full-width
 * digits, spaces inside phones. Every row comes back with its problem; nothing is guessed and nothing is dropped.
 */
import { groupBy } from "#core/kernel/group-by.ts";

export type MemberRowProblem =
  | "name-missing"
  | "name-too-long"
  | "phone-invalid"
  | "phone-lost-digits"
  | "looks-like-id-number"
  | "doubled"
  | "too-many";

export interface MemberRow {
  /** Line of the pasted text, from 1. */
  readonly line: number;
  readonly name: string;
  /** Cleaned where it is a number, else as pasted; null where there is none. */
  readonly phone: string | null;
  readonly problem: MemberRowProblem | null;
  /** Another row has the same name and another phone: allowed, the account's name gets a suffix (A1). */
  readonly homonym: boolean;
}

export const MOST_MEMBERS = 2_000;
const MOST_NAME = 60;
const HEADER = /^(?:姓名|名字|党员姓名|name)$/i;

type Draft = Pick<MemberRow, "line" | "name" | "phone">;

export function parseMemberRows(text: string): readonly MemberRow[] {
  const drafts = text.split(/\r\n|\r|\n/).flatMap((line, index) => draftOf(line, index + 1));
  const seen = new Set<string>();
  const phonesOf = groupBy(drafts, ({ name }) => name);
  return drafts.map((draft, index) => {
    const key = `${draft.name} ${draft.phone ?? ""}`;
    const doubled = seen.has(key);
    seen.add(key);
    const problem = problemOf(draft) ?? (doubled ? "doubled" : index >= MOST_MEMBERS ? "too-many" : null);
    const others = new Set(phonesOf.get(draft.name)?.map(({ phone }) => phone));
    return { ...draft, problem, homonym: draft.name !== "" && others.size > 1 };
  });
}

function draftOf(line: string, number: number): readonly Draft[] {
  const cells = withoutRunningNumber(cellsOf(line));
  if (cells.length === 0 || cells.some((cell) => HEADER.test(cell))) return [];
  const phoneAt = cells.findIndex(isNumberLike);
  const phone = phoneAt < 0 ? null : cleanPhone(cells[phoneAt] ?? "");
  const rest = cells.filter((_, index) => index !== phoneAt);
  const [name = "", other] = rest;
  // A second text where the phone should be is shown as a wrong phone, not ignored.
  return [{ line: number, name: cleanName(name), phone: phone ?? other ?? null }];
}

/** Tabs part the columns of a spreadsheet; a typed list uses commas or gaps. */
function cellsOf(line: string): readonly string[] {
  const plain = line.normalize("NFKC");
  const parts = plain.includes("\t") ? plain.split("\t") : splitTyped(plain);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** "张 三 138 0000 0000" has one name and one number: a gap parts them only where letters turn into digits. */
function splitTyped(line: string): readonly string[] {
  const parts = line.split(/[,;、，；]/);
  if (parts.length > 1) return parts;
  const found = /^(.*?\D)\s+(\+?\d[\d\s.eE+-]*)$/.exec(line.trim());
  return found ? [found[1] ?? "", found[2] ?? ""] : parts;
}

function withoutRunningNumber(cells: readonly string[]): readonly string[] {
  const [first = "", ...rest] = cells;
  return rest.length > 0 && /^\d{1,4}[.、]?$/.test(first) ? rest : cells;
}

function isNumberLike(cell: string): boolean {
  return /^\+?\d[\d\s.eE+-]*[xX]?$/.test(cell);
}

function cleanPhone(cell: string): string {
  return cell.replace(/[\s-]/g, "").replace(/^(?:\+|00)86/, "");
}

/** Two-character names are often typed with a gap so that they align. */
function cleanName(name: string): string {
  return /^[\p{Script=Han}\s]+$/u.test(name) ? name.replace(/\s+/g, "") : name.replace(/\s+/g, " ");
}

function problemOf({ name, phone }: Draft): MemberRowProblem | undefined {
  if (phone !== null && /^\d{17}[\dxX]$/.test(phone)) return "looks-like-id-number";
  if (name === "") return "name-missing";
  if (name.length > MOST_NAME) return "name-too-long";
  if (phone === null || /^1\d{10}$/.test(phone)) return undefined;
  return /^\d[.\d]*[eE]\+?\d+$/.test(phone) ? "phone-lost-digits" : "phone-invalid";
}
