import type { Cell } from "#core/sheet/cell.ts";
import type { ReadCell } from "#core/sheet/reading.ts";
import { rowHeight } from "#core/sheet/row-height.ts";
import { rowKeyText } from "#core/sheet/row-key.ts";
import type { Row, Sheet } from "#core/sheet/sheet.ts";
import { formatOf, GENERAL } from "./cells/cell-input.ts";
import { lookOf } from "./cells/cell-look.ts";
import { framedLast } from "./cells/framed-last.ts";
import { ruleOf } from "./cells/cell-rule.ts";
import { Painter } from "./cells/painter.ts";
import type { CellLook, CellRule, SheetPlan } from "./plan.ts";

const EMPTY: ReadCell = { value: null };

/** A sheet as blocks (W1): what it holds, how it looks, what may be typed. */
export function planSheet(sheet: Sheet): SheetPlan {
  const painters: Painters = {
    formats: new Painter(),
    looks: new Painter(),
    rules: new Painter(),
    open: new Painter(),
  };
  const contents = sheet.rows.map((row) => planRow(sheet, row, painters));
  return {
    key: sheet.key,
    name: sheet.name,
    rowKeys: sheet.rows.map(rowKeyText),
    columnKeys: sheet.columns.map(({ key }) => key),
    contents,
    formats: painters.formats.painted(),
    looks: framedLast(painters.looks.painted()),
    rules: painters.rules.painted(),
    open: painters.open.painted(),
    merges: sheet.merges,
    widths: sheet.columns.map(({ width }) => width),
    hiddenColumns: sheet.columns.map(({ hidden }) => hidden === true),
    heights: sheet.rows.map((_row, at) => rowHeight(sheet, at)),
    frozen: sheet.frozen,
    isProtected: sheet.protection === "input-only",
    print: sheet.print,
  };
}

interface Painters {
  readonly formats: Painter<string>;
  readonly looks: Painter<CellLook>;
  readonly rules: Painter<CellRule>;
  readonly open: Painter<boolean>;
}

function planRow(sheet: Sheet, row: Row, painters: Painters): readonly ReadCell[] {
  for (const painter of Object.values(painters) as Painters[keyof Painters][]) painter.startRow();
  return sheet.columns.map(({ key }) => {
    const cell = row.cells[key];
    paintCell(cell, row.kind, painters);
    return cell ? contentOf(cell) : EMPTY;
  });
}

function paintCell(cell: Cell | undefined, kind: Row["kind"], { formats, looks, rules, open }: Painters): void {
  const format = cell && formatOf(cell);
  formats.add(format, () => format ?? GENERAL);
  const look =
    cell &&
    `${kind} ${cell.state} ${cell.ground ?? ""} ${cell.align ?? ""} ${cell.bold === true} ${cell.link !== undefined}`;
  looks.add(look, () => lookOf(cell ?? NO_CELL, kind));
  const rule = cell && ruleOf(cell);
  rules.add(rule && ruleName(rule), () => rule ?? FREE_RULE);
  const isOpen = cell?.binding !== undefined;
  open.add(String(isOpen), () => isOpen);
}

const NO_CELL: Cell = { value: null, state: "text" };
const FREE_RULE: CellRule = { constraint: null, note: "" };

function ruleName({ constraint, note }: CellRule): string {
  return constraint ? `${JSON.stringify(constraint)} ${note}` : note;
}

function contentOf({ value, formula }: Cell): ReadCell {
  if (formula !== undefined) return { value, formula };
  return value === null || value === "" ? EMPTY : { value };
}
