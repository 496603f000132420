import { aPackage } from "./sheet-package.ts";

/** A workbook that must be refused, with the refusal's code and what it names. */
export type HostileCase = readonly [name: string, make: () => Buffer, code: string, what: string | null];

export const CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** A sound workbook with one part more. */
export function withPart(name: string, content = "<a/>"): Buffer {
  return aPackage({ rows: CELL, parts: { [name]: content } });
}
