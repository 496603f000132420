import { shownTime } from "#core/kernel/instant.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { Cell } from "../cell.ts";
import { addTableHead, dataRow, finishTable } from "../draft/plain-table.ts";
import { addRow, newDraft } from "../draft/sheet-draft.ts";
import type { LedgerIssue } from "../ledger/ledger-view.ts";
import type { SheetBook } from "../sheet-book.ts";
import type { Column, Row, Sheet } from "../sheet.ts";
import { choiceCell, editableCell } from "./editable-cell.ts";
import { headRows } from "./head-rows.ts";
import { itemColumns, itemRows } from "./item-rows.ts";
import { TEMPLATE_SHEETS } from "./template-sheets.ts";
import type { TemplateWords } from "./template-words.ts";

export interface TemplateBookView {
  readonly issue: LedgerIssue;
  readonly templateId: string;
  readonly unitName: string;
  readonly body: TemplateBody;
  readonly mayEdit: boolean;
}

/**
 * A template as sheets that are edited as a whole (L1): rows may be added, deleted, moved, so nothing is bound field by
 * field; `templateOfBook` reads the sheets back and the template's parser judges what it finds.
 */
export function templateBook(view: TemplateBookView, words: TemplateWords): SheetBook {
  const { body } = view;
  const sheets = tablesOf(body, words).map((table) => tableSheet(view, words, table));
  return {
    identity: { kind: "template", ...view.issue, subject: view.templateId, unit: view.unitName, year: body.year },
    title: body.name,
    sheets,
    names: [],
    legend: [],
  };
}

interface Table {
  readonly part: keyof typeof TEMPLATE_SHEETS;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly titles?: Readonly<Record<string, string>>;
}

function tablesOf(body: TemplateBody, words: TemplateWords): readonly Table[] {
  return [
    { part: "head", columns: widths({ field: 22, value: 40 }), rows: headRows(body, words) },
    { part: "columns", columns: widths({ title: 22, rewordable: 9, width: 9 }), rows: columnRows(body, words) },
    { part: "items", ...itemColumns(body), rows: itemRows(body, words) },
    { part: "qualitative", columns: widths({ name: 30, description: 60, maximum: 9 }), rows: qualitativeRows(body) },
    { part: "classes", columns: widths({ name: 22, weight: 10 }), rows: classRows(body) },
    { part: "grades", columns: widths({ name: 22, from: 14 }), rows: gradeRows(body) },
  ];
}

function widths(columns: Readonly<Record<string, number>>): readonly Column[] {
  return Object.entries(columns).map(([key, width]) => ({ key, width }));
}

function tableSheet(view: TemplateBookView, words: TemplateWords, table: Table): Sheet {
  const draft = newDraft(words.sheets[table.part], table.columns);
  const headers = { ...words.headers, ...table.titles };
  const headerRow = addTableHead(draft, { title: view.body.name, info: words.info, headers });
  for (const row of table.rows) addRow(draft, view.mayEdit ? row : readOnly(row));
  return finishTable(draft, {
    key: TEMPLATE_SHEETS[table.part],
    headerRow,
    protection: view.mayEdit ? "none" : "input-only",
    orientation: "landscape",
    header: view.body.name,
    footer: `${view.issue.issuedTo}　${shownTime(view.issue.issuedAt)}`,
  });
}

function readOnly(row: Row): Row {
  const cells = Object.entries(row.cells).map(([key, cell]): [string, Cell] => [key, { ...cell, state: "locked" }]);
  return { ...row, cells: Object.fromEntries(cells) };
}

function columnRows(body: TemplateBody, words: TemplateWords): readonly Row[] {
  return body.columns.map((column) =>
    dataRow(column.key, {
      title: editableCell(column.title),
      rewordable: choiceCell(column.rewordable ? "yes" : "no", { yes: words.yes, no: words.no }),
      width: editableCell(String(column.width)),
    }),
  );
}

function qualitativeRows(body: TemplateBody): readonly Row[] {
  return body.qualitative.map((item) =>
    dataRow(item.key, {
      name: editableCell(item.name),
      description: editableCell(item.description),
      maximum: editableCell(item.maximum),
    }),
  );
}

function classRows(body: TemplateBody): readonly Row[] {
  return body.policy.classes.map(({ code, name, weight }) =>
    dataRow(code, { name: editableCell(name), weight: editableCell(weight) }),
  );
}

function gradeRows(body: TemplateBody): readonly Row[] {
  return body.policy.grades.map(({ name, from }, index) =>
    dataRow(`grade-${index + 1}`, { name: editableCell(name), from: editableCell(from) }),
  );
}
