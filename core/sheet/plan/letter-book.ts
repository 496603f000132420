import type { Cell } from "../cell.ts";
import { textCell } from "../draft/make-cell.ts";
import { addTableHead, finishTable } from "../draft/plain-table.ts";
import { addRow, newDraft } from "../draft/sheet-draft.ts";
import type { BookIdentity, SheetBook } from "../sheet-book.ts";

/** What a book of letters says it is; nothing else is read as receipts. */
export const LETTERS_SUBJECT = "transfer-letters";
/** The field that the receiver fills in. */
export const RECEIVED_ON = "receivedOn";

export interface LetterRow {
  /** "transfer:ID" */
  readonly record: string;
  readonly revision: number;
  /** As on paper, by column key. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface LetterBook {
  readonly unitName: string;
  readonly year: number;
  readonly rows: readonly LetterRow[];
  readonly issue: Pick<BookIdentity, "service" | "change" | "issuedAt" | "issuedTo">;
}

const COLUMNS: readonly (readonly [key: string, header: string, width: number])[] = [
  ["number", "介绍信编号", 12],
  ["name", "姓名", 10],
  ["sex", "性别", 6],
  ["ethnic", "民族", 8],
  ["idNumber", "身份证号", 20],
  ["membership", "党员类别", 9],
  ["mobile", "手机", 13],
  ["from", "转出党组织", 24],
  ["heading", "转入党委", 24],
  ["finallyTo", "最终去向", 24],
  ["duesPaidUntil", "党费交至", 12],
  ["issuedOn", "开具日期", 14],
  ["validDays", "有效天数", 9],
  [RECEIVED_ON, "回执：接收日期（接收方填写）", 22],
];

/**
 * The letters of M12a as an exchange workbook: the receiver writes the day of arrival, and the same file comes back as the
 * receipt. Texts alone, so that no number loses digits and nothing becomes a formula (A14).
 */
export function letterBook({ unitName, year, rows, issue }: LetterBook): SheetBook {
  const draft = newDraft(
    "介绍信",
    COLUMNS.map(([key, , width]) => ({ key, width })),
  );
  const headers = Object.fromEntries(COLUMNS.map(([key, header]) => [key, header]));
  const title = `${unitName}组织关系介绍信`;
  const info = `共 ${String(rows.length)} 人。接收后请在最后一列填写接收日期（如 2026-06-01），将本文件原样发回。`;
  const headerRow = addTableHead(draft, { title, info, headers });
  for (const { record, revision, texts } of rows) {
    const cells: Record<string, Cell> = {};
    for (const [key] of COLUMNS) cells[key] = textCell(texts[key] ?? "");
    const binding = { record, field: RECEIVED_ON, revision };
    cells[RECEIVED_ON] = textCell("", { state: "input", binding });
    addRow(draft, { key: record, kind: "data", cells });
  }
  const sheet = finishTable(draft, {
    ...{ key: "letters", headerRow, protection: "none", orientation: "landscape" },
    ...{ header: unitName, footer: `${unitName}　${issue.issuedTo}　${issue.issuedAt}` },
  });
  const identity = {
    kind: "roster",
    ...issue,
    subject: LETTERS_SUBJECT,
    definition: "1",
    unit: unitName,
    year,
  } as const;
  return { identity, title, sheets: [sheet], names: draft.names, legend: [] };
}
